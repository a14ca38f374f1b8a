package org.qualityzones.local;

import java.util.List;
import java.util.Set;
import org.qualityzones.local.client.AlertFormat;

/** What the person at the keyboard asked for. */
sealed interface Command {

    String USAGE = """
            ./run                          start everything, play the story, stay until Ctrl-C
            ./run --detach                 the same, and return
            ./run --alerts FILE [--format FORMAT]
                                           the same, the story about a toy of that file of notifications
            ./run --observe                the same, with Zipkin, which shows each request's trace
            ./run start|stop|kill [NAME…]  all or some of postgres kafka keycloak zone enterprise inspection
                                           notification gateway; zipkin where it was asked for
            ./run status                   processes, ports, memory
            ./run logs NAME [--follow]     what a process wrote
            ./run token ROLE               an access token of a demo client, such as BUREAU or ENTERPRISE_B
            ./run client ROLE [uscc=…] [areas=…] [bureau=…]
                                           one more demo client with those rows
            ./run story [--alerts FILE] [--format FORMAT]
                                           play the story on the running stack
            ./run import KIND FILE [--format FORMAT] [--as ROLE]
                                           send a file of alerts, enterprises, zones, catalogue entries or
                                           declarations (one JSON object a line);
                                           FORMAT of alerts: RAPEX_WEEKLY, SAFETY_GATE, CPSC, NDJSON
            ./run replay --all             have every stored decision computed again, byte for byte
            ./run replay ID                the same for one decision
            ./run bench [NAME…] [--profile quick|default|full]
                                           measure on a suite of its own; ./run bench --list names the benchmarks
            ./run faults [--profile ci|full] [--seed NUMBER] [--only ID,…]
                                           kills, outages and seeded defects, on a suite of its own
            ./run evidence                 docs/evidence.md from the reports of bench and faults
            ./run reset                    stop everything and delete its data
            ./run help                     this list""";

    /** @param observe whether Zipkin runs too @param about the file that the story is to be about */
    record Up(boolean detach, boolean observe, About about) implements Command {}

    /** @param components none for the usual ones */
    record Start(List<Component> components) implements Command {}

    record Stop(List<Component> components) implements Command {}

    record Kill(List<Component> components) implements Command {}

    record Status() implements Command {}

    record Logs(Component component, boolean follow) implements Command {}

    record Token(DemoClient client) implements Command {}

    record Client(DemoClient like, Rows rows) implements Command {}

    record Play(About about) implements Command {}

    record Import(ImportKind kind, String file, AlertFormat format, DemoClient as) implements Command {}

    /** @param decision id, or null for the whole store */
    record Replay(String decision) implements Command {}

    record Reset() implements Command {}

    record Help() implements Command {}

    static Command parse(List<String> arguments) {
        if (arguments.isEmpty()) {
            return new Up(false, false, About.NOTHING);
        }
        List<String> rest = arguments.subList(1, arguments.size());
        return switch (arguments.getFirst()) {
            case "--detach", "--observe", "--alerts", "--format" -> up(arguments);
            case "start" -> new Start(named(rest));
            case "stop" -> new Stop(components(rest));
            case "kill" -> new Kill(components(rest));
            case "status" -> none(rest, new Status());
            case "logs" -> logs(rest);
            case "token" -> new Token(DemoClient.named(only(rest, "token ROLE")));
            case "client" -> client(rest);
            case "story" -> play(rest);
            case "import" -> imported(rest);
            case "replay" -> replay(only(rest, "replay --all, or ./run replay ID"));
            case "reset" -> none(rest, new Reset());
            case "help", "--help", "-h" -> new Help();
            default -> throw usage("Unknown command: " + arguments.getFirst());
        };
    }

    private static Command up(List<String> words) {
        Options options = Options.parse(words, Set.of("--detach", "--observe"), Set.of("--alerts", "--format"));
        none(options.words(), null);
        return new Up(options.has("--detach"), options.has("--observe"), About.of(options));
    }

    private static Command play(List<String> words) {
        Options options = Options.parse(words, Set.of(), Set.of("--alerts", "--format"));
        return none(options.words(), new Play(About.of(options)));
    }

    private static Command imported(List<String> words) {
        Options options = Options.parse(words, Set.of(), Set.of("--format", "--as"));
        if (options.words().size() != 2) {
            throw usage("It is: ./run import KIND FILE");
        }
        ImportKind kind = ImportKind.named(options.words().getFirst());
        AlertFormat format = options.value("--format").map(AlertFormat::named).orElse(null);
        if (format != null && kind != ImportKind.ALERTS) {
            throw usage("--format is for alerts");
        }
        DemoClient as = options.value("--as").map(DemoClient::named).orElse(kind.by());
        return new Import(kind, options.words().getLast(), format, as);
    }

    private static Command replay(String what) {
        return new Replay("--all".equals(what) ? null : what);
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
        return names.isEmpty() ? Component.all() : named(names);
    }

    private static List<Component> named(List<String> names) {
        return names.stream().map(Component::named).sorted().distinct().toList();
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

    static LocalException usage(String message) {
        return new LocalException(message + "\n\n" + USAGE);
    }
}
