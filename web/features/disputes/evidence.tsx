import type { Dispute, Evidence } from "../../api/disputes.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { FileLinks } from "../../ui/file-links.tsx";
import { DocumentIcon } from "../../ui/icons.tsx";
import { Day, Moment } from "../../ui/moment.tsx";
import { EmptyState, Panel } from "../../ui/panel.tsx";
import { Badge } from "../../ui/status-badge.tsx";
import classes from "./disputes.module.css";

/** Everything in the file, oldest first, the same for both sides and for whoever decides. */
export function EvidenceFile({ dispute, children }: { dispute: Dispute; children?: React.ReactNode }) {
  const { t } = useTranslation();
  const { evidence, downloads } = dispute;
  return (
    <Panel anchor="evidence" title={t("disputes.file")} icon={<DocumentIcon />}>
      <div className={classes.claim}>
        <p className={classes.soft}>{t("disputes.fileText")}</p>
        {evidence.length === 0 ? (
          <EmptyState title={t("disputes.noEvidence")}>
            <p>{t("disputes.helps")}</p>
          </EmptyState>
        ) : (
          <ol className={classes.evidence}>
            {evidence.map((piece) => (
              <EvidenceCard key={piece.seq} piece={piece} dispute={dispute} />
            ))}
          </ol>
        )}
        {downloads.length > 0 ? (
          <div>
            <h3>{t("disputes.downloads")}</h3>
            <ul>
              {downloads.map(({ name, number, at }) => (
                <li key={`${name}${number}`}>
                  <bdi>{name}</bdi> · <Moment at={at} shape="short" />
                </li>
              ))}
            </ul>
          </div>
        ) : null}
        {children}
      </div>
    </Panel>
  );
}

export function EvidenceCard({
  piece,
  dispute,
  opens = dispute.role !== "staff",
}: {
  piece: Evidence;
  dispute: Dispute;
  /** Files are seen by both sides, and of staff by whoever has the case. */
  opens?: boolean;
}) {
  const { t } = useTranslation();
  const { side, type, text, claim, datedAt, origin, files, sha256, recordedAt, seq } = piece;
  const from = side === dispute.role ? t("disputes.fromYou") : t("disputes.from", { name: dispute[side].name });
  const asked = claim === null ? null : dispute.claims[claim];
  return (
    <li className={classes.piece} data-side={side} id={`evidence-${seq}`}>
      <div className={classes.pieceHead}>
        <strong>{from}</strong>
        <Badge tone="calm">{t(`disputes.type.${type}`)}</Badge>
      </div>
      <p className={classes.said}>
        <bdi>{text}</bdi>
      </p>
      <FileLinks files={files} opens={opens} />
      <dl className={classes.pieceFacts}>
        {asked ? (
          <div>
            <dt>{t("disputes.about")}</dt>
            <dd>{t(`raise.kind.${asked.kind}`)}</dd>
          </div>
        ) : null}
        {datedAt ? (
          <div>
            <dt>{t("disputes.datedOn")}</dt>
            <dd>
              <Day on={datedAt.slice(0, 10)} year />
            </dd>
          </div>
        ) : null}
        {origin ? (
          <div>
            <dt>{t("disputes.source")}</dt>
            <dd>
              <bdi>{origin}</bdi>
            </dd>
          </div>
        ) : null}
        <div>
          <dt>{t("disputes.recorded")}</dt>
          <dd>
            <Moment at={recordedAt} shape="short" />
          </dd>
        </div>
        <div>
          <dt>{t("disputes.hash")}</dt>
          <dd className={classes.hash}>
            <bdi dir="ltr">{sha256}</bdi>
          </dd>
        </div>
      </dl>
    </li>
  );
}
