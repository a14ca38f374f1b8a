package org.qualityzones.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A state machine as data: what may be done in which state by which role. Beans of this type are served at {@code
 * /api/v1/<service>/workflows}.
 *
 * @param name kebab case, unique in the service
 * @param initial the state of a new one
 * @param states every state, in reading order
 * @param actions every legal move
 */
public record Workflow(String name, String initial, List<String> states, List<Action> actions) {

    public Workflow {
        states = List.copyOf(states);
        actions = List.copyOf(actions);
        for (Action action : actions) {
            requireKnown(states, action);
        }
        if (!states.contains(initial)) {
            throw new IllegalArgumentException("Workflow " + name + " starts in an unknown state " + initial);
        }
    }

    /**
     * One legal move; an action that leads to several states is listed once for each.
     *
     * @param name kebab case
     * @param from the states it leaves
     * @param to the state it leads to
     * @param roles who may do it; empty for moves the service makes itself
     * @param guard what else must hold, in words, or null
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Action(String name, Set<String> from, String to, Set<String> roles, String guard) {

        public Action {
            from = copy(from);
            roles = copy(roles);
        }

        private static Set<String> copy(Set<String> values) {
            return Collections.unmodifiableSet(
                    new LinkedHashSet<>(values.stream().sorted().toList()));
        }

        private boolean isFor(Caller caller) {
            return roles.stream().anyMatch(caller::is);
        }
    }

    public static Builder named(String name) {
        return new Builder(name);
    }

    /**
     * Refuses an action that this caller may not do in this state: 400 when there is no such action, 403 when the
     * caller's roles may never do it, 409 with {@code allowedActions} when only the state forbids it.
     */
    public void check(String state, String action, Caller caller) {
        if (moves(action).findAny().isEmpty()) {
            throw Problems.invalid("/action", "unknown-action", "There is no action " + action + " on a " + name)
                    .localized("workflow.unknown-action", action, name);
        }
        if (moves(action).noneMatch(known -> known.isFor(caller))) {
            throw Problem.of(CommonProblem.FORBIDDEN, "The caller's roles may not " + action + " a " + name)
                    .localized("workflow.forbidden", action, name);
        }
        if (moves(action).noneMatch(known -> known.isFor(caller) && known.from.contains(state))) {
            throw Problem.of(CommonProblem.ILLEGAL_TRANSITION, "A " + name + " in " + state + " does not " + action)
                    .localized("workflow.illegal-transition", action, name, state)
                    .with("state", state)
                    .with("allowedActions", allowed(state, caller));
        }
    }

    /** As {@link #check(String, String, Caller)}, for states that are an enum. */
    public void check(Enum<?> state, String action, Caller caller) {
        check(state.name(), action, caller);
    }

    /** The actions that this caller may do in this state. */
    public List<String> allowed(String state, Caller caller) {
        return actions.stream()
                .filter(action -> action.from.contains(state) && action.isFor(caller))
                .map(Action::name)
                .distinct()
                .toList();
    }

    /** The states the action may lead to from a state; empty when it is not legal there. */
    public List<String> targets(String state, String action) {
        return moves(action)
                .filter(known -> known.from.contains(state))
                .map(Action::to)
                .toList();
    }

    private Stream<Action> moves(String action) {
        return actions.stream().filter(known -> known.name.equals(action));
    }

    private static void requireKnown(List<String> states, Action action) {
        if (!states.containsAll(action.from) || !states.contains(action.to)) {
            throw new IllegalArgumentException("Action " + action.name + " names an unknown state");
        }
    }

    /** Collects the states and actions of a workflow. */
    public static final class Builder {

        private final String name;
        private final Set<String> states = new LinkedHashSet<>();
        private final List<Action> actions = new ArrayList<>();

        private Builder(String name) {
            this.name = name;
        }

        /** Adds states; the first one added is the initial state. */
        public Builder state(String... added) {
            states.addAll(List.of(added));
            return this;
        }

        /** Adds all constants of an enum as states. */
        public Builder states(Class<? extends Enum<?>> type) {
            for (Enum<?> constant : type.getEnumConstants()) {
                states.add(constant.name());
            }
            return this;
        }

        /** Adds a legal move. */
        public Builder action(Action action) {
            actions.add(action);
            return this;
        }

        /** Adds a legal move without a further guard. */
        public Builder action(String action, Set<String> from, String to, Set<String> roles) {
            return action(new Action(action, from, to, roles, null));
        }

        /** Adds a legal move with a guard in words. */
        public Builder action(String action, Set<String> from, String to, Set<String> roles, String guard) {
            return action(new Action(action, from, to, roles, guard));
        }

        public Workflow build() {
            return new Workflow(name, states.iterator().next(), List.copyOf(states), actions);
        }
    }
}
