// Lets the compiler know every key of every text.
import "i18next";
import type { english } from "./texts";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "shared";
    resources: typeof english;
    keySeparator: false;
  }
}
