package org.qualityzones.local;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.qualityzones.local.story.Notification;
import org.qualityzones.servers.Ports;
import org.qualityzones.servers.Secrets;

/** Carries out the commands. */
final class Launcher {

    private static final int SUFFIX = 8;
    private static final String LINES = "200";

    private final Layout layout;
    private final Settings settings;
    private final Console console;

    Launcher(Layout layout, Settings settings, Console console) {
        this.layout = layout;
        this.settings = settings;
        this.console = console;
    }

    void run(Command command) {
        switch (command) {
            case Command.Up up -> up(up);
            case Command.Start start -> start(start.components());
            case Command.Stop stop -> stack().stop(stop.components());
            case Command.Kill kill -> stack().kill(kill.components());
            case Command.Status status -> console.stream().print(new StatusReport(stack(), settings).text());
            case Command.Logs logs -> logs(logs);
            case Command.Token token -> token(token.client());
            case Command.Client client -> client(client);
            case Command.Play play ->
                Story.play(
                        running(Component.KEYCLOAK, Component.GATEWAY),
                        layout,
                        play.about().notification(layout),
                        console.stream());
            case Command.Import imported ->
                new FileImport(running(Component.KEYCLOAK, Component.GATEWAY), layout, console.stream()).run(imported);
            case Command.Replay replay ->
                new StoreReplay(running(Component.KEYCLOAK, Component.GATEWAY), console.stream())
                        .run(replay.decision());
            case Command.Reset reset -> reset();
            case Command.Help help -> console.say(Command.USAGE);
        }
    }

    private void up(Command.Up up) {
        long begun = System.nanoTime();
        Notification notification = up.about().notification(layout);
        Settings wanted = up.observe() ? settings.observing() : settings;
        Stack stack = new Stack(layout, wanted, console);
        if (!up.detach()) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stack.stop(Component.all()), "stop"));
        }
        stack.start(wanted.observes() ? Component.all() : Component.standard());
        console.step("ready", Duration.ofNanos(System.nanoTime() - begun), "");
        Story.play(stack.env(), layout, notification, console.stream());
        if (wanted.observes()) {
            console.say("\nTraces: http://127.0.0.1:" + wanted.port(Component.ZIPKIN));
        }
        if (up.detach()) {
            console.say("\nThe stack stays up: ./run status, ./run stop");
        } else {
            console.say("\nThe stack stays up until Ctrl-C");
            awaitInterrupt();
        }
    }

    private void start(List<Component> named) {
        List<Component> usual = settings.observes() ? Component.all() : Component.standard();
        Settings wanted = named.contains(Component.ZIPKIN) ? settings.observing() : settings;
        new Stack(layout, wanted, console).start(named.isEmpty() ? usual : named);
    }

    private void logs(Command.Logs logs) {
        Path file = layout.site(logs.component()).log();
        if (!Files.exists(file)) {
            throw new LocalException(logs.component().label() + " has not written anything yet");
        }
        List<String> command = new ArrayList<>(List.of("tail", "-n", LINES));
        if (logs.follow()) {
            command.add("-F");
        }
        command.add(file.toString());
        try {
            new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new LocalException("Cannot read " + file + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void token(DemoClient client) {
        StackEnv env = running(Component.KEYCLOAK);
        console.say(new Keycloak(env).token(client.clientId(), env.clientSecret(client)));
    }

    private void client(Command.Client client) {
        String id = client.like().clientId() + "-" + Secrets.random().substring(0, SUFFIX);
        String secret = Secrets.random();
        new Keycloak(running(Component.KEYCLOAK))
                .createClient(id, secret, client.like().role(), client.rows());
        console.say("CLIENT_ID=" + id);
        console.say("CLIENT_SECRET=" + secret);
    }

    private void reset() {
        stack().stop(Component.all());
        for (String name : List.of("data", "log", "run", "secrets.env", "stack.env")) {
            delete(layout.local().resolve(name));
        }
        console.say("The data of the stack is deleted");
    }

    private Stack stack() {
        return new Stack(layout, settings, console);
    }

    /** The stack that was started last; these listen where it says. */
    private StackEnv running(Component... needed) {
        StackEnv env = StackEnv.read(new EnvFile(layout.stackEnv()));
        List<String> down = Arrays.stream(needed)
                .filter(component -> !Ports.isOpen(
                        URI.create(env.get(component.name() + "_URL")).getPort()))
                .map(Component::label)
                .toList();
        if (!down.isEmpty()) {
            throw new LocalException("The stack is down (" + String.join(", ", down) + "): ./run --detach starts it");
        }
        return env;
    }

    private static void awaitInterrupt() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void delete(Path path) {
        if (!Files.exists(path)) {
            return;
        }
        try {
            Files.walkFileTree(path, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
                    Files.delete(folder);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new LocalException("Cannot delete " + path + ": " + e.getMessage(), e);
        }
    }
}
