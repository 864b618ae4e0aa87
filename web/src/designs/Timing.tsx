// From the answer to the rules: the timing beside the usual guidelines, and a draft of the rules of engagement that says it.
import { Button, List, Text } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api, type Wire } from "../api/client";
import { plain, type Row } from "../rules/conditions";
import { type Draft, keepWork, newHold, newRule } from "../rules/draft";
import { today, useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import { useMe } from "../shell/useMe";

/** Weeks as the rules count them: in months, to one place. */
export function monthsOf(weeks: number): number {
  return Math.round((weeks * 12 * 10) / 52) / 10;
}

/** The panel; `weeks` are those of the plan that the answer prefers. */
export function Timing({ weeks, plan }: { weeks: readonly number[]; plan: string }) {
  const { t } = useTranslation("designs");
  const { number } = useFormats();
  const me = useMe();
  const navigate = useNavigate();
  const found = api.useQuery("get", "/api/v1/designs/calibration");
  const begin = () => {
    keepWork(me.id, { mode: "form", draft: draftFor(weeks, found.data?.sizes ?? [], { name: t("draft.name"), because: (months) => t("draft.because", { plan, months: number(months, 1) }), kept: t("draft.kept"), unhappy: t("draft.unhappy") }) });
    void navigate({ to: "/rules/editor" });
  };
  const fit = fitOf(weeks);
  return (
    <Panel title={t("rules")} lead={t("rules.lead", { plan })}>
      <List size="sm" spacing={4}>
        <List.Item>{t("rules.first")}</List.Item>
        <List.Item>{t("rules.months")}</List.Item>
        <List.Item>{t("rules.share")}</List.Item>
      </List>
      <Text size="sm" my="sm">{t(`rules.fit.${fit}`)}</Text>
      <Button variant="default" loading={found.isLoading} onClick={begin}>{t("rules.draft")}</Button>
      <Text size="xs" c="dimmed" mt={6}>{t("rules.draft.note")}</Text>
    </Panel>
  );
}

/** How a timing stands to the usual guidelines. */
export function fitOf(weeks: readonly number[]): "first" | "earlier" | "within" | "later" {
  const latest = Math.max(...weeks);
  return latest === 0 ? "first" : latest < 26 ? "earlier" : latest <= 52 ? "within" : "later";
}

interface Words {
  name: string;
  because: (months: number) => string;
  kept: string;
  unhappy: string;
}

/** What customers of one size are in the company's record. */
type Size = Wire["CalibrationSize"];

const SIZES = ["small", "mid", "enterprise"] as const;

/** A draft that hands over when the plan does: one rule for all, or one per size where they differ, as the record tells sizes apart. */
export function draftFor(weeks: readonly number[], sizes: readonly Size[], words: Words): Draft {
  const differ = weeks.some((each) => each !== weeks[0]);
  const rule = (id: string, at: number, which: Row[]) => {
    const months = monthsOf(weeks[at] ?? 0);
    const after: Row = { fact: "months_since_first_sale", relation: "at_least", values: [String(months)] };
    return { ...newRule(), id, because: words.because(months), when: { join: "all" as const, rows: [...which, after] } };
  };
  const keeps = { ...newRule(), id: "with-account-manager", then: "keep" as const, to: "", playbook: "", because: words.kept, when: { join: "all" as const, rows: [{ fact: "owner_role", relation: "is_one_of" as const, values: ["account_manager", "inside_account_manager"] }] } };
  const passes = differ ? SIZES.map((size, at) => rule(`after-${size}`, at, rowsOf(sizes, at))) : [rule("after-first-sale", 0, [])];
  return {
    name: words.name, version: "1", effective: today(),
    rules: [keeps, ...passes],
    holds: [{ ...newHold(), id: "unhappy", because: words.unhappy, when: { join: "all", rows: [{ fact: "health", relation: "is", values: ["red"] }] } }],
  };
}

/** Which customers are of a size: those with the record's words for it, or those whose potential lies between its bounds. */
function rowsOf(sizes: readonly Size[], at: number): Row[] {
  const called = sizes[at]?.words ?? [];
  if (called.length > 0) return [{ fact: "segment", relation: called.length === 1 ? "is" : "is_one_of", values: called }];
  const [from, below] = [sizes[at]?.potential_from, sizes[at + 1]?.potential_from];
  const bound = (relation: "at_least" | "less", value: number | null | undefined): Row[] =>
    typeof value === "number" ? [{ fact: "customer_potential", relation, values: [plain(value)] }] : [];
  const rows = [...bound("at_least", from), ...bound("less", below)];
  return rows.length > 0 ? rows : [{ fact: "segment", relation: "is", values: [SIZES[at] ?? ""] }];
}
