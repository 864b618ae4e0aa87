// The page of Tandem. `npm run dev` serves it beside `tandem serve`; `npm run build` makes what the program carries.
//
// A folder here is a capability and mirrors the crates of the same name: `imports` shows what `routes/imports.rs` answers.
//   api/      the client made from ../openapi.json (`npm run api` after the document changed), problems, the cache
//   shell/    frame, navigation, palette, languages, theme; `rooms.ts` lists the rooms, `texts.ts` the texts
//   shared/   Page, Figure, Chart, DataTable, EmptyState, ProblemAlert, formats: use these before making anything new
//   <room>/   `room.ts` says its address and name, `en.ts` and `zh-Hant.ts` its texts, the rest are its pages
//
// Never: business arithmetic (the server counts, the page shows), inline scripts, requests to other hosts, colour as the only sign.
// Filters live in the address (`shared/filters.ts`). Amounts are decimal text and stay so (`shared/format.ts`).
import "@mantine/core/styles.css";
import "@mantine/notifications/styles.css";
import "@mantine/spotlight/styles.css";
import "./shell/base.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./shell/App";
import { startLanguage } from "./shell/language";

const root = document.getElementById("root");
await startLanguage();
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
