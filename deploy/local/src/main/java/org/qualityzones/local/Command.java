package org.qualityzones.local;

import java.util.List;

/** What the person at the keyboard asked for. */
sealed interface Command {

    String USAGE = """
            ./run                          start everything, play the story, stay until Ctrl-C
            ./run --detach                 the same, and return
            ./run start|stop|kill [NAME…]  all or some of postgres kafka keycloak zone enterprise inspection
                                           notification gateway
            ./run status                   processes, ports, memory
            ./run logs NAME [--follow]     what a process wrote
            ./run token ROLE               an access token of a demo client, such as BUREAU or ENTERPRISE_B
            ./run client ROLE [uscc=…] [areas=…] [bureau=…]
                                           one more demo client with those rows
            ./run story                    play the story on the running stack
            ./run reset                    stop everything and delete its data""";

    record Up(boolean detach) implements Command {}

    record Start(List<Component> components) implements Command {}

    record Stop(List<Component> components) implements Command {}

    record Kill(List<Component> components) implements Command {}

    record Status() implements Command {}

    record Logs(Component component, boolean follow) implements Command {}

    record Token(DemoClient client) implements Command {}

    record Client(DemoClient like, Rows rows) implements Command {}

    record Play() implements Command {}

    record Reset() implements Command {}

    record Help() implements Command {}

    static Command parse(List<String> arguments) {
        if (arguments.isEmpty()) {
            return new Up(false);
        }
        List<String> rest = arguments.subList(1, arguments.size());
        return switch (arguments.getFirst()) {
            case "--detach" -> none(rest, new Up(true));
            case "start" -> new Start(components(rest));
            case "stop" -> new Stop(components(rest));
            case "kill" -> new Kill(components(rest));
            case "status" -> none(rest, new Status());
            case "logs" -> logs(rest);
            case "token" -> new Token(DemoClient.named(only(rest, "token ROLE")));
            case "client" -> client(rest);
            case "story" -> none(rest, new Play());
            case "reset" -> none(rest, new Reset());
            case "help", "--help", "-h" -> new Help();
            default -> throw usage("Unknown command: " + arguments.getFirst());
        };
    }

    private static Command logs(List<String> rest) {
        boolean follow = rest.contains("--follow");
        List<String> names =
                rest.stream().filter(word -> !"--follow".equals(word)).toList();
        return new Logs(Component.named(only(names, "logs NAME")), follow);
    }

    private static Command client(List<String> rest) {
        if (rest.isEmpty()) {
            throw usage("Missing: client ROLE");
        }
        return new Client(DemoClient.named(rest.getFirst()), Rows.parse(rest.subList(1, rest.size())));
    }

    private static List<Component> components(List<String> names) {
        return names.isEmpty()
                ? Component.all()
                : names.stream().map(Component::named).sorted().distinct().toList();
    }

    private static Command none(List<String> rest, Command command) {
        if (!rest.isEmpty()) {
            throw usage("Not understood: " + String.join(" ", rest));
        }
        return command;
    }

    private static String only(List<String> words, String form) {
        if (words.size() != 1) {
            throw usage("It is: ./run " + form);
        }
        return words.getFirst();
    }

    private static LocalException usage(String message) {
        return new LocalException(message + "\n\n" + USAGE);
    }
}
