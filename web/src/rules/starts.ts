// Guidelines to begin with. They use only roles that the record knows, so that each can be tried on the book as it is.
import { type Card, type Draft, newHold, newRule, type When } from "./draft";
import type { Row } from "./conditions";
import type { Answer, Relation } from "./types";

/** The documents that are offered. */
export const STARTS = ["article", "product_led", "enterprise"] as const;
export type Start = (typeof STARTS)[number];

interface Model {
  rules: { id: string; when: When; then: Answer; to?: string; playbook?: string }[];
  holds: { id: string; when: When }[];
}

function row(fact: string, relation: Relation, ...values: string[]): Row {
  return { fact, relation, values };
}

function all(...rows: Row[]): When {
  return { join: "all", rows };
}

const toManager = { then: "hand_off", to: "account_manager", playbook: "standard" } as const;

const MODELS: Record<Start, Model> = {
  article: {
    rules: [
      {
        id: "new-potential", then: "hand_off", to: "hunter", playbook: "standard",
        when: { text: 'owner_role == "account_manager" && penetration < 0.25 && expansion_pipeline >= 0.5 * arr && expansion_pipeline > 0.0' },
      },
      { id: "with-account-manager", when: all(row("owner_role", "is_not", "hunter"), row("owner_role", "is_not", "generalist")), then: "keep" },
      {
        id: "first-sale-done", then: "hand_off", to: "account_manager", playbook: "small",
        when: all(row("segment", "is", "small"), row("months_since_first_sale", "at_least", "0"), row("implementation_done", "is_true")),
      },
      { id: "fully-developed", when: all(row("penetration", "at_least", "0.95")), ...toManager },
      { id: "forty-percent", when: all(row("penetration", "at_least", "0.4")), ...toManager },
      { id: "half-a-year", when: all(row("months_since_first_sale", "at_least", "6"), row("months_since_first_sale", "less", "12")), ...toManager, then: "ask" },
      { id: "a-year", when: all(row("months_since_first_sale", "at_least", "12")), ...toManager },
    ],
    holds: [
      { id: "unhappy", when: all(row("health", "is", "red")) },
      { id: "escalated", when: all(row("open_escalations", "more", "0")) },
      { id: "unpaid", when: all(row("unpaid_invoices", "more", "0")) },
      { id: "near-renewal", when: all(row("renews", "is_true"), row("days_to_renewal", "less", "90")) },
      { id: "changed-this-year", when: all(row("customer_rank", "at_most", "20"), row("owner_changes_12m", "at_least", "1")) },
    ],
  },
  product_led: {
    rules: [
      { id: "top-forty", when: all(row("customer_rank", "at_most", "40")), then: "ask" },
      {
        id: "potential-is-back", then: "hand_off", to: "hunter", playbook: "standard",
        when: all(row("owner_role", "is_one_of", "inside_account_manager", "account_manager"), row("expansion_pipeline", "more", "0"), row("penetration", "less", "0.5")),
      },
      {
        id: "already-there", then: "keep",
        when: { text: 'owner_role == "inside_account_manager" && products_in_use < 3 || owner_role == "account_manager" && products_in_use >= 3' },
      },
      {
        id: "full-book", then: "ask",
        when: all(row("months_since_first_sale", "at_least", "12"), row("products_in_use", "at_least", "3"), row("receiver_customers", "at_least", "15")),
      },
      { id: "many-products", when: all(row("months_since_first_sale", "at_least", "12"), row("products_in_use", "at_least", "3")), ...toManager },
      {
        id: "few-products", then: "hand_off", to: "inside_account_manager", playbook: "small",
        when: all(row("months_since_first_sale", "at_least", "12"), row("products_in_use", "less", "3")),
      },
    ],
    holds: [{ id: "unhappy", when: { join: "any", rows: [row("health", "is", "red"), row("open_escalations", "more", "0")] } }],
  },
  enterprise: {
    rules: [
      { id: "with-account-manager", when: all(row("owner_role", "is", "account_manager")), then: "keep" },
      { id: "not-implemented", when: all(row("implementation_done", "is_false")), then: "keep" },
      { id: "brief-first", when: all(row("brief_complete", "is_false")), then: "ask" },
      { id: "in-review", when: all(row("business_days_in_review", "less", "3")), then: "keep" },
      {
        id: "reviewed", ...toManager,
        when: all(row("business_days_in_review", "at_least", "3"), row("contact_roles", "has", "champion"), row("contact_roles", "has", "economic_buyer")),
      },
      { id: "people-unknown", when: all(row("business_days_in_review", "at_least", "3")), then: "ask" },
    ],
    holds: [
      { id: "customer-not-told", when: all(row("customer_informed", "is_false")) },
      { id: "near-renewal", when: all(row("renews", "is_true"), row("days_to_renewal", "less", "120")) },
    ],
  },
};

/** What a document is called and why each of its rules and holds is there, in the language of who begins. */
export type Say = (start: Start, what: string) => string;

/** A document to begin with, in force from a day on. */
export function draftFrom(start: Start, effective: string, say: Say): Draft {
  const { rules, holds } = MODELS[start];
  const because = ({ id, when }: { id: string; when: When }) => ({ id, when: structuredClone(when), because: say(start, id) });
  return {
    name: say(start, "name"), version: "1", effective,
    rules: rules.map((rule): Card => ({ ...newRule(), ...because(rule), then: rule.then, to: rule.to ?? "", playbook: rule.playbook ?? "" })),
    holds: holds.map((hold): Card => ({ ...newHold(), ...because(hold) })),
  };
}

/** Nothing but a place to write. */
export function emptyDraft(effective: string): Draft {
  return { name: "", version: "1", effective, rules: [newRule()], holds: [] };
}

/** The names of all rules and holds of the documents. */
export function idsOf(start: Start): string[] {
  return [...MODELS[start].rules, ...MODELS[start].holds].map(({ id }) => id);
}
