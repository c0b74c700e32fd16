// Unpacks Chromium into the directory for temporary files (TMPDIR).
import chromium from "@sparticuz/chromium";

await chromium.executablePath();
