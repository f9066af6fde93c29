import type { ContractState, ProjectState, ProposalState, Stage } from "../../api/projects.ts";
import { useTranslation } from "../../i18n/words.tsx";
import {
  AlertIcon,
  CheckCircleIcon,
  ClockIcon,
  CrossIcon,
  DocumentIcon,
  HandshakeIcon,
  LockIcon,
  ReturnIcon,
} from "../../ui/icons.tsx";
import { Badge, type Tone } from "../../ui/status-badge.tsx";
import type { Place } from "./progress.ts";

type Look = { tone: Tone; icon: typeof ClockIcon };

const PROJECTS: Record<ProjectState, Look> = {
  draft: { tone: "calm", icon: DocumentIcon },
  open: { tone: "held", icon: ClockIcon },
  awarded: { tone: "good", icon: HandshakeIcon },
  closed: { tone: "calm", icon: CrossIcon },
  expired: { tone: "calm", icon: ClockIcon },
};
const PROPOSALS: Record<ProposalState, Look> = {
  open: { tone: "wait", icon: ClockIcon },
  accepted: { tone: "good", icon: HandshakeIcon },
  declined: { tone: "calm", icon: CrossIcon },
  withdrawn: { tone: "calm", icon: ReturnIcon },
  lapsed: { tone: "calm", icon: ClockIcon },
};
const CONTRACTS: Record<ContractState, Look> = {
  active: { tone: "held", icon: HandshakeIcon },
  completed: { tone: "good", icon: CheckCircleIcon },
  ended: { tone: "calm", icon: CrossIcon },
};
const STAGES: Record<Stage, Look> = {
  planned: { tone: "calm", icon: ClockIcon },
  unpaid: { tone: "wait", icon: ClockIcon },
  waiting: { tone: "held", icon: LockIcon },
  working: { tone: "held", icon: LockIcon },
  done: { tone: "good", icon: CheckCircleIcon },
};
const PLACES: Record<Place, Look> = {
  client: { tone: "calm", icon: ClockIcon },
  escrow: { tone: "held", icon: LockIcon },
  frozen: { tone: "bad", icon: AlertIcon },
  paid: { tone: "good", icon: CheckCircleIcon },
  divided: { tone: "calm", icon: ReturnIcon },
};

function Shown({ look: { tone, icon: Icon }, words }: { look: Look; words: string }) {
  const { t } = useTranslation();
  return (
    <Badge tone={tone} icon={<Icon size={16} />}>
      {t(words)}
    </Badge>
  );
}

export const ProjectBadge = ({ state }: { state: ProjectState }) => (
  <Shown look={PROJECTS[state]} words={`projects.state.${state}`} />
);
export const ProposalBadge = ({ state }: { state: ProposalState }) => (
  <Shown look={PROPOSALS[state]} words={`proposals.state.${state}`} />
);
export const ContractBadge = ({ state }: { state: ContractState }) => (
  <Shown look={CONTRACTS[state]} words={`contracts.state.${state}`} />
);
export const StageBadge = ({ stage }: { stage: Stage }) => (
  <Shown look={STAGES[stage]} words={`contracts.stage.${stage}`} />
);
export const PlaceBadge = ({ place }: { place: Place }) => (
  <Shown look={PLACES[place]} words={`contracts.place.${place}`} />
);
