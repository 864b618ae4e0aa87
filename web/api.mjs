// Writes src/api/schema.d.ts from ../openapi.json.
import { readFileSync, writeFileSync } from "node:fs";
import openapiTS, { astToString } from "openapi-typescript";

const document = JSON.parse(readFileSync(new URL("../openapi.json", import.meta.url), "utf8"));
const head = "// Made from ../openapi.json by `npm run api`; do not edit.\n";
writeFileSync(new URL("src/api/schema.d.ts", import.meta.url), head + astToString(await openapiTS(document)));
