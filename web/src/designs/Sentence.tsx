// The answer in words, with its interval, and what it hinges on.
import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormats } from "../shared/format";
import classes from "./designs.module.css";
import type { Drivers, Verdict } from "./types";
import { useDesignWords } from "./words";

interface Props {
  verdict: Verdict;
  drivers: Drivers | null | undefined;
  names: readonly string[];
  currency: string;
}

/** The sentences, the first being the answer. */
export function useSentences({ verdict, drivers, names, currency }: Props): string[] {
  const { t } = useTranslation("designs");
  const { number, share } = useFormats();
  const { money, more, parameter, value } = useDesignWords(currency);
  const [better, against] = [names[verdict.better] ?? "", names[verdict.against] ?? ""];
  const said = { better, against, amount: money(verdict.difference), low: money(verdict.low), high: money(verdict.high), seeds: number(verdict.seeds) };
  const sentences: string[] = [
    verdict.kind === "cannot_tell"
      ? t("verdict.cannot_tell", { ...said, low: more(verdict.low), high: more(verdict.high) })
      : t(verdict.share === null || verdict.share === undefined ? "verdict.better" : "verdict.better_share", { ...said, share: share(verdict.share ?? 0), more: share(verdict.more) }),
    t("verdict.operating", { amount: more(verdict.operating), low: more(verdict.operating_low), high: more(verdict.operating_high) }),
  ];
  if (verdict.kind === "better") sentences.push(t(verdict.one_role ? "verdict.one_role" : "verdict.two_roles"));
  const [strongest] = drivers?.items ?? [];
  if (strongest !== undefined) {
    sentences.push(t(strongest.measured ? "hinges.measured" : "hinges.assumed", { driver: parameter(strongest.key) }));
    const turning = drivers?.items.find(({ break_even: at }) => at !== null && at !== undefined);
    sentences.push(
      turning === undefined
        ? t("turns.never")
        : t("turns.at", { driver: parameter(turning.key), value: value(turning.break_even ?? null), now: value(turning.now) }),
    );
  }
  return sentences;
}

/** The sentences on the page. */
export function Sentence(props: Props) {
  const [first, ...rest] = useSentences(props);
  return (
    <>
      <p className={classes.verdict} data-kind={props.verdict.kind}>{first}</p>
      {rest.map((sentence) => (
        <Text key={sentence} size="sm" mt={6}>{sentence}</Text>
      ))}
    </>
  );
}
