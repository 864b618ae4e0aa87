// Names of states and objects in the language that is shown; a word that the page does not know yet is shown as it is.
import { useTranslation } from "react-i18next";

/** `customers` as people say it. */
export function useObjectName(): (object: string) => string {
  const { t } = useTranslation("imports");
  return (object) => t(`object.${object}` as "object.customers", { defaultValue: object });
}

/** `checked` as people say it. */
export function useStateName(): (state: string) => string {
  const { t } = useTranslation("imports");
  return (state) => t(`state.${state}` as "state.done", { defaultValue: state });
}

/** `salesforce` as people say it. */
export function sourceName(kind: string): string {
  const names: Record<string, string> = {
    salesforce: "Salesforce", hubspot: "HubSpot", pipedrive: "Pipedrive", dynamics: "Dynamics 365", dynamics365: "Dynamics 365", tandem: "Tandem CSV",
  };
  return names[kind] ?? kind;
}

/** Whether the server is at work on an import. */
export function isGoingOn(state: string): boolean {
  return state === "checking" || state === "running" || state === "undoing";
}
