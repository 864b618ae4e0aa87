// What is to come, by what it hangs on: the same calculation on events that have not happened yet.
import { Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Amount, DateText } from "../shared/values";
import classes from "./incentives.module.css";
import type { Expected } from "./types";
import { useWords } from "./types";

const CONDITIONS = ["certain", "planned", "if_renewed", "if_won"] as const;

/** The lines in their groups. */
export function ExpectedLines({ expected }: { expected: Expected[] }) {
  const { t } = useTranslation("incentives");
  const words = useWords();
  return (
    <div className={classes.cards}>
      {CONDITIONS.map((condition) => {
        const own = expected.filter((one) => one.condition === condition);
        if (own.length === 0) return null;
        return (
          <section key={condition} aria-label={t(`condition.${condition}`)}>
            <Title order={3}>{t(`condition.${condition}`)}</Title>
            <ul className={classes.plain}>
              {own.map(({ line }, at) => (
                <li key={at} className={classes.row}>
                  <span className={classes.rowText}>
                    {line.unit ?? words(line.what)}
                    <Text size="xs" c="dimmed" component="span" display="block">
                      <DateText value={line.date} /> · {line.component} · {line.because.slice(0, 1).map(words).join("")}
                    </Text>
                  </span>
                  <Amount value={line} detail="exact" />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
