package org.qualityzones.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.qualityzones.web.Workflow;
import org.qualityzones.zone.ZoneStatus;

class ZoneWorkflowTest {

    @Test
    void shouldAllowExactlyTheseMoves() {
        List<String> moves = new ArrayList<>();
        for (ZoneStatus from : ZoneStatus.values()) {
            for (ZoneAction action : ZoneAction.values()) {
                ZoneWorkflow.WORKFLOW.targets(from.name(), action.wire()).stream()
                        .distinct()
                        .forEach(to -> moves.add(from + " " + action.wire() + " " + to));
            }
        }
        assertThat(moves)
                .containsExactly(
                        "ACTIVE order-rectification RECTIFYING",
                        "ACTIVE suspend SUSPENDED",
                        "ACTIVE downgrade CULTIVATING",
                        "ACTIVE downgrade ACTIVE",
                        "ACTIVE revoke REVOKED",
                        "ACTIVE start-review UNDER_REVIEW",
                        "RECTIFYING suspend SUSPENDED",
                        "RECTIFYING reinstate ACTIVE",
                        "RECTIFYING downgrade CULTIVATING",
                        "RECTIFYING downgrade ACTIVE",
                        "RECTIFYING revoke REVOKED",
                        "UNDER_REVIEW order-rectification RECTIFYING",
                        "UNDER_REVIEW suspend SUSPENDED",
                        "UNDER_REVIEW downgrade CULTIVATING",
                        "UNDER_REVIEW downgrade ACTIVE",
                        "UNDER_REVIEW revoke REVOKED",
                        "UNDER_REVIEW renew ACTIVE",
                        "SUSPENDED reinstate ACTIVE",
                        "SUSPENDED downgrade CULTIVATING",
                        "SUSPENDED downgrade ACTIVE",
                        "SUSPENDED revoke REVOKED",
                        "EXPIRED revoke REVOKED");
    }

    @Test
    void shouldSayForEveryMoveWhichLevelItIsFor() {
        assertThat(ZoneWorkflow.WORKFLOW.actions())
                .filteredOn(action -> !action.roles().isEmpty())
                .extracting(Workflow.Action::guard)
                .allMatch(guard -> guard.startsWith("level "));
    }
}
