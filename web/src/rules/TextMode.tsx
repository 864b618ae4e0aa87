// The document as text with numbered lines; what is wrong is told with its line, which one click finds.
import { Button, Group, Stack, Text } from "@mantine/core";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import classes from "./rules.module.css";
import { WarningLine } from "./RuleCard";
import type { Fault, Warning } from "./types";

interface Props {
  text: string;
  faults: readonly Fault[];
  warnings: readonly Warning[];
  onChange: (text: string) => void;
}

/** The text. */
export function TextMode({ text, faults, warnings, onChange }: Props) {
  const { t } = useTranslation("rules");
  const field = useRef<HTMLTextAreaElement>(null);
  const lines = text.split("\n");
  const wrong = new Set(faults.map(({ line }) => line));
  const find = (line: number, column: number) => {
    const at = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0) + Math.max(0, column - 1);
    field.current?.focus();
    field.current?.setSelectionRange(at, at);
  };
  return (
    <Stack gap="sm">
      <div className={classes.text}>
        <div className={classes.gutter} aria-hidden>
          {lines.map((_, index) => (
            <span key={index} data-wrong={wrong.has(index + 1) || undefined}>
              {index + 1}
            </span>
          ))}
        </div>
        <textarea
          ref={field} className={classes.textField} aria-label={t("text")} aria-invalid={faults.length > 0 || undefined} aria-describedby="rules-faults" value={text} rows={lines.length} wrap="off" spellCheck={false} autoCapitalize="off"
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      </div>
      <Text size="xs" c="dimmed">
        {t("text.help")}
      </Text>
      <ul id="rules-faults" className={classes.faults}>
        {faults.map((fault, index) => (
          <li key={index}>
            <FaultLine fault={fault} onFind={find} />
          </li>
        ))}
      </ul>
      {warnings.map((warning) => (
        <Group key={`${warning.id} ${warning.kind}`} gap={6} wrap="nowrap" align="flex-start">
          {warning.id === null ? null : <span className={classes.id}>{warning.id}</span>}
          <WarningLine warning={warning} />
        </Group>
      ))}
    </Stack>
  );
}

function FaultLine({ fault: { line, column, reason }, onFind }: { fault: Fault; onFind: (line: number, column: number) => void }) {
  const { t } = useTranslation("rules");
  return (
    <>
      {line === null || line === undefined ? null : (
        <Button size="compact-xs" variant="default" onClick={() => onFind(line, column ?? 1)}>
          {t("text.line", { line })}
        </Button>
      )}
      <Text size="sm" span className={classes.reason}>
        {reason}
      </Text>
    </>
  );
}
