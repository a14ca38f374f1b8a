package org.qualityzones.system.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where a suite of the tests keeps its files and which ports it takes, apart from the stack of a developer.
 *
 * @param root the checkout
 * @param folder of everything the suite writes; its logs stay for reading after the run
 * @param environment of the commands that start it
 */
public record Place(Path root, Path folder, Map<String, String> environment) {

    /** Below the ports that the system gives to outgoing connections, which could take that of a killed process. */
    private static final int FIRST_PORT = 20_000;

    private static final int LAST_PORT = 31_000;
    private static final int BLOCK = 20;
    private static final int MANAGEMENT = 10;

    static Path checkout() {
        return Path.of(System.getProperty("qz.root", "..")).toAbsolutePath().normalize();
    }

    /** An empty place with a block of free ports, and more environment. */
    static Place fresh(Map<String, String> more) {
        Path root = checkout();
        Path folder = root.resolve("system-tests/target/suite");
        int base = freeBlock();
        Map<String, String> environment = new HashMap<>();
        environment.put("QZ_LOCAL", folder.toString());
        for (Member member : Member.values()) {
            environment.putAll(ports(member, base));
        }
        environment.putAll(more);
        return new Place(root, folder, environment);
    }

    /** Where a stack runs already. */
    static Place attached(Path folder) {
        Map<String, String> environment = new HashMap<>(Map.of("QZ_LOCAL", folder.toString()));
        Map<String, String> stack = stack(folder);
        for (Member member : Member.ours()) {
            environment.put("QZ_" + member.name() + "_PORT", port(stack.get(member.name() + "_URL")));
            environment.put(
                    "QZ_" + member.name() + "_MANAGEMENT_PORT", port(stack.get(member.name() + "_MANAGEMENT_URL")));
        }
        environment.put("QZ_KEYCLOAK_PORT", port(stack.get("KEYCLOAK_URL")));
        environment.put("QZ_KAFKA_PORT", port(stack.get("KAFKA_BOOTSTRAP")));
        environment.put("QZ_POSTGRES_PORT", stack.get("PG_PORT"));
        return new Place(checkout(), folder, environment);
    }

    private static String port(String address) {
        return address.substring(address.lastIndexOf(':') + 1);
    }

    /** What the stack that was started here says of itself. */
    Map<String, String> stack() {
        return stack(folder);
    }

    private static Map<String, String> stack(Path folder) {
        Map<String, String> values = new HashMap<>();
        try {
            for (String line : Files.readAllLines(folder.resolve("stack.env"))) {
                int sign = line.indexOf('=');
                values.put(line.substring(0, sign), line.substring(sign + 1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return values;
    }

    /** The variables that give a process its ports of a block. */
    static Map<String, String> ports(Member member, int base) {
        return Map.of(
                "QZ_" + member.name() + "_PORT", Integer.toString(base + member.ordinal()),
                "QZ_" + member.name() + "_MANAGEMENT_PORT", Integer.toString(base + MANAGEMENT + member.ordinal()));
    }

    /** Deletes what an earlier run left. */
    void empty() {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path pidFile(Member member) {
        return folder.resolve("run").resolve(member.label() + ".pid");
    }

    Path log(Member member) {
        return folder.resolve("log").resolve(member.label() + ".log");
    }

    /** A port on which a process listens. */
    int port(Member member) {
        return Integer.parseInt(environment.get("QZ_" + member.name() + "_PORT"));
    }

    /** First of a block of free ports. */
    static int freeBlock() {
        while (true) {
            int base = ThreadLocalRandom.current().nextInt(FIRST_PORT, LAST_PORT);
            if (IntStream.range(base, base + BLOCK).allMatch(Place::isFree)) {
                return base;
            }
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
