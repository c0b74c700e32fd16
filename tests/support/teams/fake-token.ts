import { randomUUID } from "node:crypto";
import { exportJWK, generateKeyPair, SignJWT } from "jose";

export type TokenOptions = {
  readonly issuer?: string;
  readonly audience?: string;
  readonly serviceUrl?: string;
  readonly kid?: string;
  readonly expires?: number | string;
  readonly notBefore?: number;
  readonly withWrongKey?: boolean;
};

/** Making keys takes longer than most tests: one pair for all issuers of this process, told apart by their `kid`. */
const keys = Promise.all([generateKeyPair("RS256", { extractable: true }), generateKeyPair("RS256")]);

/** The Bot Framework's part in signing, with a key of our own. */
export const fakeIssuer = async (appId: string, serviceUrl: () => string) => {
  const [own, wrong] = await keys;
  const kid = randomUUID();
  const jwk = { ...(await exportJWK(own.publicKey)), kid, use: "sig", alg: "RS256", endorsements: ["msteams"] };
  const sign = (o: TokenOptions = {}): Promise<string> => {
    const token = new SignJWT({ serviceurl: o.serviceUrl ?? serviceUrl() }).setProtectedHeader({ alg: "RS256", kid: o.kid ?? kid });
    token
      .setIssuer(o.issuer ?? "https://api.botframework.com")
      .setAudience(o.audience ?? appId)
      .setIssuedAt()
      .setExpirationTime(o.expires ?? "5m");
    if (o.notBefore !== undefined) token.setNotBefore(o.notBefore);
    return token.sign(o.withWrongKey ? wrong.privateKey : own.privateKey);
  };
  return { jwk, kid, sign, publicKey: own.publicKey };
};
export type FakeIssuer = Awaited<ReturnType<typeof fakeIssuer>>;
