// The overview, in Traditional Chinese.
import type { Translated } from "../shell/texts";
import type { en } from "./en";

export const zhHant: Translated<typeof en> = {
  "title": "總覽",
};
