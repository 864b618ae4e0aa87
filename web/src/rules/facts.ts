// What the page knows of the facts beyond the catalogue: where they stand in lists and in which unit they are counted.

/** Groups of the list of facts, in its order. */
export const GROUPS = ["value", "service", "who", "about", "customer"] as const;
export type Group = (typeof GROUPS)[number];

/** Units of quantities; absent: a plain number. */
export type Unit = "share" | "amount" | "months" | "days" | "business_days";

const UNITS: Record<string, Unit> = {
  months_since_first_sale: "months", penetration: "share", arr: "amount", potential: "amount", expansion_pipeline: "amount", days_to_renewal: "days",
  months_since_owner_change: "months", days_since_contact: "days", business_days_in_review: "business_days",
};

const OF: Record<string, Group> = {
  months_since_first_sale: "value", penetration: "value", arr: "value", potential: "value", expansion_pipeline: "value", open_opportunities: "value",
  products_in_use: "value", days_to_renewal: "service", renews: "service", health: "service", open_escalations: "service", unpaid_invoices: "service",
  implementation_done: "service", days_since_contact: "service", owner_role: "who", months_since_owner_change: "who", owner_changes_12m: "who",
  brief_complete: "who", customer_informed: "who", business_days_in_review: "who", receiver_customers: "who", segment: "about", region: "about",
  country: "about", industry: "about", contact_roles: "about",
};

const TOTAL = /^customer_(?!informed$)/;

/** The unit of a fact; a customer's total has that of its units'. */
export function unitOf(fact: string): Unit | undefined {
  return UNITS[fact.replace(TOTAL, "")];
}

/** The group of a fact; one that the page does not know yet stands last. */
export function groupOf(fact: string): Group {
  return OF[fact] ?? "customer";
}

/** Roles that sellers have. */
export const ROLES = ["hunter", "account_manager", "inside_account_manager", "generalist"] as const;

/** Roles of contacts that are often asked for. */
export const CONTACT_ROLES = ["champion", "economic_buyer", "decision_maker", "purchasing", "user"] as const;
