/** Words that stand with a capital in titles of this field and are no names [own]. */
const WOORDEN = [
  "aan,aanmelding,aanpak,aanschaf,aanwezigen,aanwezigheid,aandachtsfunctionaris,acties,actielijst,actiepunt,actualiseren,afspraak,afspraken,afstemming,agenda",
  "alle,als,analist,arbeid,arbeidsinspectie,arbeidsmigranten,arbeidsuitbuiting,april,augustus,avond,balie,begeleiding,beleid,bereikbaarheid,bespreekpunt,bespreken",
  "besluit,besluiten,besluitenlijst,bestuur,bestuurlijk,bevrijdingsdag,bezoek,bij,bijeenkomst,bureau,burgemeester,burgers,burgerzaken,campagne,casus,casustafel",
  "cijfers,contact,contactpersoon,controle,convenant,comensha,corona,criminele,cursus,daders,dag,data,de,december,deel,delen,deze,dienst,digitaal,digitale",
  "dinsdag,directeur,doel,donderdag,dossier,dossiers,dreiging,een,eerste,evaluatie,februari,feest,figuren,fier,financiën,formulier,fraude,gebied,geen,gemeente",
  "gemeentehuis,gemeenten,gesprek,gespreksvoering,gezamenlijk,gezin,ggd,ggz,goede,groep,haar,handel,handen,handhaving,handreiking,haven,heils,hemelvaart,het,hij",
  "hoe,hoop,huis,huisbezoek,huisvesting,hulp,hulpverlening,iedereen,ik,in,inbreng,informatie,inspectie,instroom,intake,interview,inzet,is,jaar,jaarplan,januari",
  "jeugd,jeugdhulp,jeugdzorg,jongeren,juli,juni,justitie,kaart,kaarten,kader,kamer,kennis,kennismaking,kerk,kerst,kerstreces,kerstvakantie,keten,ketenpartners",
  "ketenregisseur,kinderen,kinderombudsman,klachten,knelpunt,knelpunten,koningsdag,koninklijke,kort,kwartaal,laatste,land,landelijk,landelijke,laptops,leden,leger",
  "lijst,lokaal,lokale,maandag,maart,maatregelen,mail,marechaussee,mededelingen,mei,meer,melden,melder,melders,melding,meldpunt,mensen,mensenhandel,microsoft",
  "middag,misdaad,misdrijven,moviera,motiverende,na,naar,nabij,nationaal,nederland,nederlandse,netwerk,nieuw,nieuwe,nieuws,noord,notulen,november,oefening",
  "oktober,om,ondermijning,ondersteuning,online,ons,onze,oost,op,opening,openbaar,openbare,opvang,organisatie,oud,oude,oude,en,nieuw,ouders,overdracht,overheid",
  "overleg,overzicht,partner,partners,pasen,pilot,pinksteren,plaats,plan,planning,platform,politie,politiek,post,presentatie,privacy,privacycheck,procedure,proces",
  "procesregisseur,proef,programma,project,protocol,provincie,raad,raadzaal,rapport,rapporteur,recherche,regeling,regie,regio,regiokantoor,regionaal,regionale",
  "reclassering,riec,rijk,rol,rondvraag,rooster,route,ruimte,samen,samenwerking,school,scholen,schone,secretaris,seksuele,september,signaal,signalen,signaleren",
  "sinterklaas,sluiting,sociaal,sociale,sport,staat,stad,stadhuis,stand,stap,start,status,stedelijk,stichting,straf,stuurgroep,taak,taakverdeling,tafel,tafels",
  "taskforce,team,teams,terugblik,terugkoppeling,terugkomst,themabijeenkomst,thuis,tijd,tijdens,toelichting,toeslagen,training,trouwzaal,tweede,uit,uitbuiting",
  "uitkering,update,van,vacature,vakantie,vast,veilig,veilige,veiligheid,veiligheidshuis,veldwerk,vergaderzaal,vergadering,verslag,vervoer,vervolg,video,vluchtelingen",
  "voor,voorbereiding,voorlichting,voorstel,voortgang,voorzitter,vragen,vreemdelingen,vreemdelingenpolitie,vrijdag,vrouwen,waar,wanneer,wat,week,welke,welzijn,werk",
  "werkafspraken,werkgevers,werkgroep,werkinstructie,werknemers,werkwijze,wet,wethouder,wethouders,wie,wij,wijk,wonen,woning,woningbouw,woensdag,zaal,zaterdag",
  "zeeland,zelf,zicht,zij,zitting,zondag,zorg,zorgcoördinatie,zorgcoördinator,zuid,zuidoost,zuidwest,noordoost,noordwest,zvh",
  "amsterdam,rotterdam,utrecht,nijmegen,arnhem,groningen,haag,bosch,friesland,drenthe,overijssel,gelderland,brabant,limburg,holland,flevoland,europa,europese",
  "roemenië,bulgarije,polen,nigeria,eritrea,oekraïne,syrië,turkije,marokko,duitsland,belgië,vietnam,ghana,roemeense,bulgaarse,poolse,oekraïense",
  "nigeriaanse,eritrese,syrische,turkse,marokkaanse,vietnamese,chinese,albanese,hongaarse,engelse,duitse,belgische",
  "instagram,facebook,tiktok,telegram,snapchat,whatsapp,signal,google,slack,zoom,outlook,word,excel,powerpoint",
  "barbershops,nagelstudio,nagelstudio's,massagesalons,tuinbouw,landbouw,horeca,bouw,schoonmaak,slachthuis,slachterij,maaltijdbezorging",
  "afwezig,akkoord,alleen,alles,altijd,ander,andere,bedankt,begin,begroting,bel,bellen,belang,bestand,bijlage,bijpraten,binnen,bon,buiten,capaciteit,concept",
  "conclusie,college,comité,controles,daarna,dan,dat,die,dit,door,draaiboek,eind,einde,en,er,extra,fase,folder,functie,gast,gasten,graag,grens,groot,grote",
  "half,heel,herstel,hier,jij,kan,keuze,klein,kleine,klaar,kosten,kunnen,lees,let,luisteren,maar,maken,mag,man,moet,mogelijk,naast,niet,nee,nog,nooit,nu,of",
  "ook,open,over,pauze,per,planten,punt,rond,rustig,samenvatting,schrijven,sessie,slot,spoed,steeds,tarief,tekst,telefoon,terug,test,thema,toch,tot,tussen,uur",
  "verder,verzoek,vier,vijf,drie,twee,één,volgende,vol,waarom,want,weg,weken,welkom,wijziging,zal,zaak,ze,zes,zien,zijn,zo,zonder",
  "january,february,march,may,june,july,october,monday,tuesday,wednesday,thursday,friday,saturday,sunday,christmas,easter,the,new,meeting,agenda,action,case",
  "police,municipality,care,housing,training,evaluation,report,regional,national,update,discuss,review",
];
const GEWOON = new Set(WOORDEN.join(",").split(","));
/** Ends of Dutch words that names do not have. */
const UITGANG =
  /(?:ing|ingen|heid|heden|schap|schappen|tie|ties|iteit|dienst|diensten|handel|zorg|hulp|werk|werkers?|werking|plek|plekken|overleg|tafel|groep|groepen|huis|huizen|kantoor|kamer|zaal|wet|recht|vergadering|bijeenkomst|platform|netwerk|centrum|punt|punten|plan|plannen|beleid|project|dag|week|jaar|maand|avond|markt|vakantie|functionaris|coördinator|regisseur|migranten|nemers|gevers|aars?|lijk|lijke|lijks|isch|ische|baar|bare|loos|loze|achtig|achtige|eel|ele|ief|ieve|atie|sche|dam|veld|stede|land|burg|stad|dorp|team|poort|partners?|kaart|blad|brief|lijst|boek|bank|protocol|regeling|logie|nomie|isme|ment|menten|ers|sels?|sten|pen|ven|den|gen|len|ken|nen|ren|zen|ten|fen|men)$/iu;

export const isVakwoord = (woord: string): boolean => GEWOON.has(woord.toLowerCase());
/** A word of the field or of the language, not a name. */
export const isGewoonWoord = (woord: string): boolean =>
  isVakwoord(woord) || (woord.length > 4 && UITGANG.test(woord)) || (woord.length > 1 && woord.length < 6 && /^\p{Lu}+$/u.test(woord));
