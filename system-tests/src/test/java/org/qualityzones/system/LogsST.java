package org.qualityzones.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.qualityzones.system.suite.Member;
import org.qualityzones.system.suite.SuiteExtension;
import org.qualityzones.system.suite.SuiteUnderTest;

/** Runs last: what all processes wrote during all tests. No error without a fault, and after one only those it explains. */
@Order(100)
@ExtendWith(SuiteExtension.class)
class LogsST {

    private static final Pattern JAVA = Pattern.compile("\\S+ (\\S+ )?(ERROR|FATAL|SEVERE) .*");
    private static final Pattern POSTGRES = Pattern.compile(".* (ERROR|FATAL|PANIC): .*");

    private final SuiteUnderTest suite;

    LogsST(SuiteUnderTest suite) {
        this.suite = suite;
    }

    /** Errors that killing, stopping or starting explains. */
    private enum Explained {
        DATABASE_GONE(
                "a request met the killed database and was answered 503",
                ".* Request failed: .* problem=unavailable: .*"),
        COMMIT_CUT_OFF(
                "a commit met the killed database, whose outcome nobody knows: 500, to be sent again with the same key",
                ".* Request failed: .* problem=outcome-unknown: .*"),
        CONNECTION_RESET(
                "a proxy reset the connections of an edge",
                ".*(ConnectionBase|HttpClientRequestImpl).* Connection reset"),
        CONSUMER_EXPELLED(
                "a consumer was cut off from the broker, or frozen, for longer than its session",
                ".*(not aware of this member|group has already rebalanced|not part of an active group).*"),
        KAFKA_STARTING(
                "Kafka's controller is asked to register itself before it leads",
                ".*Unexpected error handling request RequestHeader\\(apiKey=CONTROLLER_REGISTRATION.*"),
        KAFKA_ENDING(
                "Kafka was killed or stopped while it still loaded the offsets of groups",
                ".*Failed to load metadata from __consumer_offsets.* Stopped loading records .*"),
        POSTMASTER_GONE("PostgreSQL ends its sessions when the postmaster is killed", ".*unexpected postmaster exit.*"),
        POSTGRES_STARTING("PostgreSQL recovers before it accepts sessions", ".*(starting up|not yet accepting).*"),
        POSTGRES_STOPPING("PostgreSQL is stopped in order", ".*(administrator command|shutting down).*");

        private final String reason;
        private final Pattern pattern;

        Explained(String reason, String pattern) {
            this.reason = reason;
            this.pattern = Pattern.compile(pattern);
        }

        static boolean any(String line) {
            return Arrays.stream(values()).anyMatch(explained -> explained.explains(line));
        }

        boolean explains(String line) {
            return pattern.matcher(line).matches();
        }

        @Override
        public String toString() {
            return name() + ": " + reason;
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldHoldNoErrorBeforeTheFirstFault(Member member) {
        List<String> errors = errors(member, suite.logs().calm(member)).stream()
                .filter(line -> !Explained.KAFKA_STARTING.explains(line))
                .toList();

        assertThat(errors).as(about(member, errors)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void shouldHoldOnlyErrorsThatFaultsExplain(Member member) {
        List<String> unexplained = errors(member, suite.logs().faulty(member)).stream()
                .filter(line -> !Explained.any(line))
                .toList();

        assertThat(unexplained)
                .as("%s; explained are only %s", about(member, unexplained), Arrays.toString(Explained.values()))
                .isEmpty();
    }

    /** On the first line of the failure, which is all that some reports keep of it. */
    private static String about(Member member, List<String> errors) {
        return "%s: %d, the first of them %s"
                .formatted(member, errors.size(), errors.stream().limit(2).toList());
    }

    private static List<String> errors(Member member, List<String> lines) {
        Pattern error = member == Member.POSTGRES ? POSTGRES : JAVA;
        return lines.stream().filter(line -> error.matcher(line).matches()).toList();
    }
}
