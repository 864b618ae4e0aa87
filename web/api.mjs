// Writes src/api/schema.d.ts from ../openapi.json. Operations are typed by path and method; their ids are left out because they are the
// server's function names, which repeat (`list`, `show`) and would make one operation take another's types.
import { readFileSync, writeFileSync } from "node:fs";
import openapiTS, { astToString } from "openapi-typescript";

const document = JSON.parse(readFileSync(new URL("../openapi.json", import.meta.url), "utf8"));
for (const methods of Object.values(document.paths)) {
  for (const operation of Object.values(methods)) delete operation.operationId;
}
const head = "// Made from ../openapi.json by `npm run api`; do not edit.\n";
writeFileSync(new URL("src/api/schema.d.ts", import.meta.url), head + astToString(await openapiTS(document)));
