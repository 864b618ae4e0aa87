// Where a draft can begin: the version in force, one of three guidelines, or nothing.
import { Button, Text, Title } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { today } from "../shared/format";
import { useMe } from "../shell/useMe";
import { type Draft, keepWork } from "./draft";
import classes from "./rules.module.css";
import { draftFrom, emptyDraft, type Say, STARTS } from "./starts";

/** The choices; `onStart` gets the draft, and without it the editor opens with it. */
export function Starts({ onStart, inForce }: { onStart?: (draft: Draft) => void; inForce?: Draft | undefined }) {
  const { t } = useTranslation("rules");
  const me = useMe();
  const navigate = useNavigate();
  // Keys are made of the documents' own names; a test compares them.
  const say: Say = (start, what) => t(`start.${start}.${what}` as "start.article.name");
  const start = (draft: Draft) => {
    if (onStart !== undefined) return onStart(draft);
    keepWork(me.id, { mode: "form", draft });
    void navigate({ to: "/rules/editor" });
  };
  return (
    <ul className={classes.starts}>
      {inForce === undefined ? null : (
        <Choice title={t("start.in_force")} text={t("start.in_force.about", { name: inForce.name })} act={t("card.change")} name={t("start.in_force.act")} onClick={() => start(inForce)} isMain />
      )}
      {STARTS.map((each) => (
        <Choice
          key={each} title={t(`start.${each}`)} text={t(`start.${each}.about`)} act={t("start.begin")} name={t("start.act", { name: t(`start.${each}`) })}
          onClick={() => start(draftFrom(each, today(), say))} isMain={inForce === undefined && each === "article"}
        />
      ))}
      <Choice title={t("start.nothing")} text={t("start.nothing.about")} act={t("start.begin")} name={t("start.nothing.act")} onClick={() => start(emptyDraft(today()))} />
    </ul>
  );
}

function Choice(props: { title: string; text: string; act: string; name: string; onClick: () => void; isMain?: boolean }) {
  return (
    <li className={classes.start}>
      <Title order={3}>{props.title}</Title>
      <Text size="sm" c="dimmed" flex={1}>
        {props.text}
      </Text>
      <Button size="xs" variant={props.isMain === true ? "filled" : "default"} aria-label={props.name} onClick={props.onClick}>
        {props.act}
      </Button>
    </li>
  );
}
