package org.qualityzones.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The closures. What CEL calls an error is the value {@link Frame#ERROR}; and, or and ?: treat it as CEL does. */
final class Nodes {

    private Nodes() {}

    static Node constant(Object value) {
        return _ -> value;
    }

    static Node local(int slot) {
        return frame -> frame.local(slot);
    }

    static Node fact(Fact fact) {
        return frame -> {
            frame.reads(fact.index());
            return frame.isUnknown(fact.index()) ? Frame.ERROR : fact.read().apply(frame);
        };
    }

    /** The list of stale groups as a whole: it asks of every group. */
    static Node staleList(Fact stale) {
        return frame -> {
            for (int group = 0; group < Groups.STALE.size(); group++) {
                frame.asksStale(group);
            }
            frame.reads(stale.index());
            return frame.isUnknown(stale.index()) ? Frame.ERROR : stale.read().apply(frame);
        };
    }

    static Node askStale(Fact stale, String group) {
        int index = Groups.index(group);
        return frame -> {
            frame.asksStale(index);
            frame.reads(stale.index());
            return frame.isUnknown(stale.index())
                    ? Frame.ERROR
                    : (Object) frame.facts().stale().contains(group);
        };
    }

    static Node member(Node operand, Member member) {
        return frame -> {
            Object value = operand.eval(frame);
            return value == null || Frame.failed(value)
                    ? Frame.ERROR
                    : member.read().apply(value);
        };
    }

    static Node list(List<Node> elements) {
        Node[] nodes = elements.toArray(Node[]::new);
        return frame -> {
            List<Object> values = new ArrayList<>(nodes.length);
            for (Node node : nodes) {
                Object value = node.eval(frame);
                if (Frame.failed(value)) {
                    return Frame.ERROR;
                }
                values.add(value);
            }
            return values;
        };
    }

    static Node call(String function, List<Node> arguments) {
        Node one = arguments.get(0);
        Node two = arguments.size() > 1 ? arguments.get(1) : null;
        return switch (function) {
            case "_&&_" -> and(one, two);
            case "_||_" -> or(one, two);
            case "!_" -> not(one);
            case "_?_:_" -> conditional(one, two, arguments.get(2));
            case "@not_strictly_false" -> frame -> !Boolean.FALSE.equals(one.eval(frame));
            case "-_" -> binary(constant(0L), one, Nodes::minus);
            case "size" -> binary(one, one, (value, _) -> size(value));
            default -> binary(one, two, operation(function));
        };
    }

    static Node loop(Node range, Node start, Node condition, Node step, Node result, int accumulator, int element) {
        return frame -> {
            if (!(range.eval(frame) instanceof List<?> items)) {
                return Frame.ERROR;
            }
            frame.local(accumulator, start.eval(frame));
            for (int i = 0; i < items.size(); i++) {
                frame.local(element, items.get(i));
                if (!Boolean.TRUE.equals(condition.eval(frame))) {
                    break;
                }
                if (!frame.round()) {
                    return Frame.ERROR;
                }
                frame.local(accumulator, step.eval(frame));
            }
            return result.eval(frame);
        };
    }

    private static Node and(Node one, Node two) {
        return frame -> {
            Object left = one.eval(frame);
            if (Boolean.FALSE.equals(left)) {
                return left;
            }
            Object right = two.eval(frame);
            if (Boolean.FALSE.equals(right) || Boolean.TRUE.equals(left)) {
                return right;
            }
            return Frame.ERROR;
        };
    }

    private static Node or(Node one, Node two) {
        return frame -> {
            Object left = one.eval(frame);
            if (Boolean.TRUE.equals(left)) {
                return left;
            }
            Object right = two.eval(frame);
            if (Boolean.TRUE.equals(right) || Boolean.FALSE.equals(left)) {
                return right;
            }
            return Frame.ERROR;
        };
    }

    private static Node not(Node one) {
        return frame -> {
            Object value = one.eval(frame);
            return value instanceof Boolean flag ? Boolean.valueOf(!flag) : Frame.ERROR;
        };
    }

    private static Node conditional(Node condition, Node then, Node otherwise) {
        return frame -> {
            Object value = condition.eval(frame);
            if (Boolean.TRUE.equals(value)) {
                return then.eval(frame);
            }
            return Boolean.FALSE.equals(value) ? otherwise.eval(frame) : Frame.ERROR;
        };
    }

    private interface Operation {
        Object of(Object one, Object two);
    }

    private static Node binary(Node one, Node two, Operation operation) {
        return frame -> {
            Object left = one.eval(frame);
            if (Frame.failed(left)) {
                return left;
            }
            Object right = two.eval(frame);
            return Frame.failed(right) ? right : operation.of(left, right);
        };
    }

    private static Operation operation(String function) {
        return switch (function) {
            case "_==_" -> (one, two) -> Objects.equals(one, two);
            case "_!=_" -> (one, two) -> !Objects.equals(one, two);
            case "_<_" -> (one, two) -> ordered(one, two) ? (Object) (order(one, two) < 0) : Frame.ERROR;
            case "_<=_" -> (one, two) -> ordered(one, two) ? (Object) (order(one, two) <= 0) : Frame.ERROR;
            case "_>_" -> (one, two) -> ordered(one, two) ? (Object) (order(one, two) > 0) : Frame.ERROR;
            case "_>=_" -> (one, two) -> ordered(one, two) ? (Object) (order(one, two) >= 0) : Frame.ERROR;
            case "@in" -> (one, two) -> two instanceof List<?> list ? (Object) contains(list, one) : Frame.ERROR;
            case "_+_" -> Nodes::plus;
            case "_-_" -> Nodes::minus;
            case "_*_" -> Nodes::times;
            case "startsWith" ->
                (one, two) -> one instanceof String text && two instanceof String part
                        ? (Object) text.startsWith(part)
                        : Frame.ERROR;
            case "endsWith" ->
                (one, two) -> one instanceof String text && two instanceof String part
                        ? (Object) text.endsWith(part)
                        : Frame.ERROR;
            case "contains" ->
                (one, two) -> one instanceof String text && two instanceof String part
                        ? (Object) text.contains(part)
                        : Frame.ERROR;
            default -> throw new IllegalArgumentException("No closure of " + function);
        };
    }

    /** Lists of facts refuse to be asked for null. */
    private static boolean contains(List<?> list, Object value) {
        for (int i = 0; i < list.size(); i++) {
            if (Objects.equals(list.get(i), value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean ordered(Object one, Object two) {
        return one != null && two != null && one.getClass() == two.getClass() && !(one instanceof List);
    }

    @SuppressWarnings("unchecked")
    private static int order(Object one, Object two) {
        return ((Comparable<Object>) one).compareTo(two);
    }

    private static Object plus(Object one, Object two) {
        if (one instanceof Long left && two instanceof Long right) {
            long sum = left + right;
            return ((left ^ sum) & (right ^ sum)) < 0 ? Frame.ERROR : (Object) sum;
        }
        if (one instanceof String left && two instanceof String right) {
            return left + right;
        }
        if (one instanceof List<?> left && two instanceof List<?> right) {
            List<Object> joined = new ArrayList<>(left);
            joined.addAll(right);
            return joined;
        }
        return Frame.ERROR;
    }

    private static Object minus(Object one, Object two) {
        if (one instanceof Long left && two instanceof Long right) {
            long difference = left - right;
            return ((left ^ right) & (left ^ difference)) < 0 ? Frame.ERROR : (Object) difference;
        }
        return Frame.ERROR;
    }

    private static Object times(Object one, Object two) {
        if (one instanceof Long left && two instanceof Long right) {
            long high = Math.multiplyHigh(left, right);
            long low = left * right;
            return high == low >> 63 ? (Object) low : Frame.ERROR;
        }
        return Frame.ERROR;
    }

    private static Object size(Object value) {
        return switch (value) {
            case List<?> list -> (long) list.size();
            case String text -> (long) text.codePointCount(0, text.length());
            case null, default -> Frame.ERROR;
        };
    }
}
