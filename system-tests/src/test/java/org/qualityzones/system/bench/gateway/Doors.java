package org.qualityzones.system.bench.gateway;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qualityzones.system.bench.harness.Bench;
import org.qualityzones.system.bench.harness.Child;
import org.qualityzones.system.bench.harness.Tool;

/** One upstream that costs next to nothing, and the doors in front of it, each with its connections kept open. */
final class Doors implements AutoCloseable {

    static final String OPEN_PATH = "/public/v1/zones/some-zone";
    static final String PROTECTED_PATH = "/api/v1/zones/some-zone";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int CORES = Runtime.getRuntime().availableProcessors();
    private static final String ANSWER = "{\"code\":\"some-zone\",\"text\":\"" + "z".repeat(960) + "\"}";

    /** Folders that nginx wants to write to, wherever it was compiled to put them. */
    private static final String NGINX_FILES = """
            daemon off;
            pid %1$s/%2$s.pid;
            error_log %1$s/%2$s.error warn;
            worker_processes %3$d;
            worker_rlimit_nofile 8192;
            events { worker_connections 2048; }
            http {
              access_log off;
              keepalive_requests 1000000000;
              client_body_temp_path %1$s/%2$s-body;
              proxy_temp_path %1$s/%2$s-proxy;
              fastcgi_temp_path %1$s/%2$s-fastcgi;
              uwsgi_temp_path %1$s/%2$s-uwsgi;
              scgi_temp_path %1$s/%2$s-scgi;
            """;

    private static final String UPSTREAM = """
              server {
                listen 127.0.0.1:%d;
                location / { default_type application/json; return 200 '%s'; }
              }
            }
            """;

    private static final String PROXY = """
              upstream service { server 127.0.0.1:%d; keepalive 256; keepalive_requests 1000000000; }
              server {
                listen 127.0.0.1:%d;
                location / {
                  proxy_pass http://service;
                  proxy_http_version 1.1;
                  proxy_set_header Connection "";
                  proxy_set_header X-Forwarded-For $remote_addr;
                  proxy_set_header X-Forwarded-Proto $scheme;
                  proxy_set_header X-Forwarded-Host $host;
                }
              }
            }
            """;

    private static final String HAPROXY = """
            global
              maxconn 2048
              nbthread %d
            defaults
              mode http
              timeout connect 2s
              timeout client 30s
              timeout server 30s
              option http-keep-alive
              option forwardfor
              http-reuse always
            frontend door
              bind 127.0.0.1:%d
              http-request set-header X-Forwarded-Proto http
              default_backend service
            backend service
              server one 127.0.0.1:%d
            """;

    private final Path folder;
    private final List<Child> children = new ArrayList<>();
    private final OwnIssuer issuer;
    private final int upstream;
    private final int nginx;
    private final int haproxy;
    private final int gateway;
    private final int management;

    Doors(Bench bench) throws Exception {
        folder = Files.createDirectories(bench.root().resolve("system-tests/target/bench-gateway"));
        List<Integer> ports = Child.freePorts(5);
        upstream = ports.get(0);
        nginx = ports.get(1);
        haproxy = ports.get(2);
        gateway = ports.get(3);
        management = ports.get(4);
        issuer = new OwnIssuer();
        try {
            startNginx("upstream", 1, UPSTREAM.formatted(upstream, ANSWER), upstream);
            startNginx("nginx", CORES, PROXY.formatted(upstream, nginx), nginx);
            startHaproxy();
            startGateway(bench);
        } catch (Exception e) {
            close();
            throw e;
        }
    }

    String direct() {
        return "http://127.0.0.1:" + upstream + OPEN_PATH;
    }

    String nginx() {
        return "http://127.0.0.1:" + nginx + OPEN_PATH;
    }

    /** Empty where HAProxy is not on the machine. */
    Optional<String> haproxy() {
        return Tool.find("haproxy").map(_ -> "http://127.0.0.1:" + haproxy + OPEN_PATH);
    }

    String open() {
        return "http://127.0.0.1:" + gateway + OPEN_PATH;
    }

    String guarded() {
        return "http://127.0.0.1:" + gateway + PROTECTED_PATH;
    }

    String token() throws Exception {
        return issuer.token(Duration.ofHours(2));
    }

    Path folder() {
        return folder;
    }

    @Override
    public void close() {
        children.reversed().forEach(Child::close);
        issuer.close();
    }

    private void startNginx(String name, int workers, String rest, int port) throws IOException {
        Path file =
                Files.writeString(folder.resolve(name + ".conf"), NGINX_FILES.formatted(folder, name, workers) + rest);
        Path program = Tool.find("nginx").orElseThrow();
        start(name, null, List.of(program.toString(), "-p", folder.toString(), "-e", "stderr", "-c", file.toString()))
                .awaitAnswer(URI.create("http://127.0.0.1:" + port + OPEN_PATH), PATIENCE);
    }

    private void startHaproxy() throws IOException {
        Optional<Path> program = Tool.find("haproxy");
        if (program.isPresent()) {
            Path file = Files.writeString(folder.resolve("haproxy.cfg"), HAPROXY.formatted(CORES, haproxy, upstream));
            start("haproxy", null, List.of(program.get().toString(), "-db", "-f", file.toString()))
                    .awaitAnswer(URI.create("http://127.0.0.1:" + haproxy + OPEN_PATH), PATIENCE);
        }
    }

    /** With a quota that is never reached: it is counted all the same. */
    private void startGateway(Bench bench) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.putAll(Map.of(
                "QUARKUS_HTTP_HOST",
                "127.0.0.1",
                "QUARKUS_HTTP_PORT",
                Integer.toString(gateway),
                "QUARKUS_MANAGEMENT_HOST",
                "127.0.0.1",
                "QUARKUS_MANAGEMENT_PORT",
                Integer.toString(management),
                "QUARKUS_OIDC_AUTH_SERVER_URL",
                issuer.url(),
                "QZ_GATEWAY_PUBLIC_URL",
                "http://127.0.0.1:" + gateway,
                "QZ_GATEWAY_UPSTREAMS_ZONE",
                "http://127.0.0.1:" + upstream,
                "QZ_GATEWAY_RATE_LIMIT_QUOTA",
                "100000000"));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(bench.javaOptions().split(" ")));
        command.add("-jar");
        command.add(bench.root()
                .resolve("gateway/target/quarkus-app/quarkus-run.jar")
                .toString());
        start("gateway", environment, command)
                .awaitAnswer(URI.create("http://127.0.0.1:" + management + "/q/health/ready"), PATIENCE);
    }

    private Child start(String name, Map<String, String> environment, List<String> command) {
        Child child = Child.start(name, folder, environment, command);
        children.add(child);
        return child;
    }
}
