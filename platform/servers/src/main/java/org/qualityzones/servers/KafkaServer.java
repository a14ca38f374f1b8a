package org.qualityzones.servers;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * One Kafka broker that is its own controller (KRaft). It creates no topic by itself. After a kill it serves again once the
 * controller has given up the broker that was, which is sooner than by default; consumers may ask to be missed sooner, too.
 */
public final class KafkaServer extends Server {

    /** Java options of a broker that little is asked of: small, and compiled by the first compiler only. */
    public static final List<String> QUICK_START =
            List.of("-Xms64m", "-Xmx192m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private static final String READY = "Kafka Server started";

    private final int port;
    private final int controllerPort;
    private final int advertisedPort;
    private final List<String> javaOptions;

    public KafkaServer(Site site, int port, int controllerPort) {
        this(site, port, controllerPort, port, QUICK_START);
    }

    /**
     * @param advertisedPort where clients are told to find the broker: that of a proxy on loopback in fault tests
     * @param javaOptions in the place of {@link #QUICK_START}
     */
    public KafkaServer(Site site, int port, int controllerPort, int advertisedPort, List<String> javaOptions) {
        super(site);
        this.javaOptions = List.copyOf(javaOptions);
        this.advertisedPort = advertisedPort;
        this.port = port;
        this.controllerPort = controllerPort;
    }

    /** A broker on random ports with an empty data folder, which ends with this JVM. */
    public static KafkaServer temporary() {
        return new KafkaServer(Site.temporary("kafka"), Ports.free(), Ports.free());
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public List<Integer> ports() {
        return List.of(port, controllerPort);
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    protected void prepare() {
        try {
            Files.writeString(configuration(), properties());
            Files.writeString(logging(), LOGGING);
        } catch (IOException e) {
            throw new ServerException("Cannot configure Kafka: " + e.getMessage(), e);
        }
        if (!Files.exists(logs().resolve("meta.properties"))) {
            List<String> format = new ArrayList<>(java(QUICK_START, "kafka.tools.StorageTool"));
            format.addAll(
                    List.of("format", "-t", clusterId(), "-c", configuration().toString()));
            Host.run(format, site().log());
        }
    }

    @Override
    protected List<String> command() {
        List<String> command = new ArrayList<>(java(javaOptions, "kafka.Kafka"));
        command.add(configuration().toString());
        return command;
    }

    @Override
    protected boolean answers() {
        return Ports.isOpen(port) && (!launchedHere() || outputOfThisStart().contains(READY));
    }

    private List<String> java(List<String> options, String mainClass) {
        List<String> command = new ArrayList<>(List.of(Host.java().toString()));
        command.addAll(options);
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "-Dlog4j2.configurationFile=" + logging(),
                "-cp",
                Binaries.kafkaLibraries() + "/*",
                mainClass));
        return command;
    }

    private Path configuration() {
        return site().data().resolve("server.properties");
    }

    private Path logging() {
        return site().data().resolve("log4j2.yaml");
    }

    private Path logs() {
        return site().data().resolve("logs");
    }

    private String properties() {
        return PROPERTIES.formatted(controllerPort, port, controllerPort, advertisedPort, logs());
    }

    private static String clusterId() {
        UUID id = UUID.randomUUID();
        byte[] bytes = ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return text.startsWith("-") ? "A" + text.substring(1) : text;
    }

    private static final String LOGGING = """
            Configuration:
              Appenders:
                Console:
                  name: STDOUT
                  PatternLayout:
                    pattern: "%d %p %m (%c)%n"
              Loggers:
                Root:
                  level: INFO
                  AppenderRef:
                    - ref: STDOUT
            """;

    private static final String PROPERTIES = """
            process.roles=broker,controller
            node.id=1
            controller.quorum.voters=1@127.0.0.1:%d
            listeners=PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d
            advertised.listeners=PLAINTEXT://127.0.0.1:%d
            controller.listener.names=CONTROLLER
            listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT
            log.dirs=%s
            auto.create.topics.enable=false
            num.partitions=3
            offsets.topic.replication.factor=1
            offsets.topic.num.partitions=5
            transaction.state.log.replication.factor=1
            transaction.state.log.min.isr=1
            transaction.state.log.num.partitions=5
            share.coordinator.state.topic.replication.factor=1
            share.coordinator.state.topic.min.isr=1
            group.initial.rebalance.delay.ms=0
            group.min.session.timeout.ms=1000
            broker.session.timeout.ms=4000
            broker.heartbeat.interval.ms=1000
            log.cleaner.dedupe.buffer.size=4194304
            """;
}
