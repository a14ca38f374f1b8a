package org.qualityzones.enterprise;

import java.time.LocalDate;
import org.qualityzones.web.Problems;

/** The acts on an enterprise's standing: what each needs and what it does. Legality of the move itself is the workflow's. */
enum Standing {
    SUSPEND(EnterpriseWorkflow.SUSPEND) {
        @Override
        void apply(Enterprise enterprise, EnterpriseCommands.Transition command, LocalDate today) {
            LocalDate from = command.from() == null ? today : command.from();
            requireTerm(from, command.until(), today);
            SuspensionScope scope = command.scope() == null ? SuspensionScope.STATUTORY : command.scope();
            enterprise.suspend(new Suspension(scope, from, command.until(), reason(command)));
        }
    },
    ORDER_RECTIFICATION(EnterpriseWorkflow.ORDER_RECTIFICATION) {
        @Override
        void apply(Enterprise enterprise, EnterpriseCommands.Transition command, LocalDate today) {
            reason(command);
            enterprise.orderRectification();
        }
    },
    REINSTATE(EnterpriseWorkflow.REINSTATE) {
        @Override
        void apply(Enterprise enterprise, EnterpriseCommands.Transition command, LocalDate today) {
            enterprise.reinstate();
        }
    },
    DEREGISTER(EnterpriseWorkflow.DEREGISTER) {
        @Override
        void apply(Enterprise enterprise, EnterpriseCommands.Transition command, LocalDate today) {
            reason(command);
            enterprise.deregister();
        }
    };

    private final String action;

    Standing(String action) {
        this.action = action;
    }

    /** The act of an action that the workflow knows. */
    static Standing of(String action) {
        for (Standing act : values()) {
            if (act.action.equals(action)) {
                return act;
            }
        }
        throw new IllegalArgumentException("no act for action " + action);
    }

    abstract void apply(Enterprise enterprise, EnterpriseCommands.Transition command, LocalDate today);

    private static String reason(EnterpriseCommands.Transition command) {
        if (command.reason() == null || command.reason().isBlank()) {
            throw Problems.invalid("/reason", "required", "An act against an enterprise needs its reason");
        }
        return command.reason();
    }

    private static void requireTerm(LocalDate from, LocalDate until, LocalDate today) {
        if (until != null && until.isBefore(from)) {
            throw Problems.invalid("/until", "until-before-from", "until is a day before from");
        }
        if (until != null && until.isBefore(today)) {
            throw Problems.invalid("/until", "until-past", "until is over already");
        }
    }
}
