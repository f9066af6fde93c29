import { useSearchParams } from "react-router";
import { movesIn, play } from "../../features/play/game.ts";
import classes from "../../features/play/play.module.css";
import { Moves, ProcessChoice, Stage, Story } from "../../features/play/table.tsx";
import { useTranslation } from "../../i18n/words.tsx";
import { PageTitle } from "../../ui/panel.tsx";
import { ErrorPage } from "../error-page.tsx";
import { PageMeta } from "../page-meta.tsx";

/** A deal that anybody plays from all sides, with its clock: the escrow's own rules, in the reader's browser or, without scripts, on the server. */
export default function Play() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const game = play(search.get("deal"), movesIn(search.get("moves")));
  return (
    <>
      <PageMeta title={t("play.title")} description={t("play.lead")} />
      <PageTitle>{t("play.title")}</PageTitle>
      <p className={classes.proof} style={{ marginBlock: "0 var(--space-5)" }}>
        {t("play.lead")}
      </p>
      <ProcessChoice game={game} />
      <Stage game={game} />
      <div className={classes.columns}>
        <Moves game={game} />
        <Story game={game} />
      </div>
      <p className={classes.proof}>{t("play.proof")}</p>
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
