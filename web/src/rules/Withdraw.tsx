// The state of what was decided about a unit, and taking it back.
import { Badge, Button, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { toastDone, toastProblem } from "../shared/toast";
import classes from "./rules.module.css";
import type { Exception } from "./types";

/** Whether it stands. */
export function ExceptionState({ exception: { state, withdrawn_by } }: { exception: Exception }) {
  const { t } = useTranslation("rules");
  return (
    <span>
      <Badge component="span" variant="outline" tt="none" fw={550} className={classes.state} data-state={state}>
        {t(`exception.${state}` as "exception.over", { defaultValue: state })}
      </Badge>
      {withdrawn_by ? (
        <Text size="xs" c="dimmed" component="span" display="block">
          {t("exception.withdrawn_by", { name: withdrawn_by })}
        </Text>
      ) : null}
    </span>
  );
}

/** The button; none where nothing stands. */
export function Withdraw({ exception: { id, state, unit } }: { exception: Exception }) {
  const { t } = useTranslation("rules");
  const queries = useQueryClient();
  const withdraw = api.useMutation("delete", "/api/v1/rules/exceptions/{id}", {
    onSuccess: async () => {
      toastDone(t("exception.withdrawn.done"));
      await queries.invalidateQueries();
    },
    onError: toastProblem,
  });
  return state === "standing" ? (
    <Button
      size="compact-xs" variant="default" loading={withdraw.isPending} aria-label={t("exception.withdraw", { name: unit.name })}
      onClick={() => withdraw.mutate({ params: { path: { id } } })}
    >
      {t("withdraw")}
    </Button>
  ) : null;
}
