package org.qualityzones.gateway.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PeerAddressTest {

    private final PeerAddress peers = new PeerAddress(List.of("10.0.0.1", "10.0.0.2"));

    @Test
    void shouldTakeTheLastAddressThatIsNotAProxyOfOurOwn() {
        assertThat(peers.behind("10.0.0.1", List.of("1.2.3.4, 203.0.113.9", "10.0.0.2")))
                .isEqualTo("203.0.113.9");
        assertThat(peers.behind("10.0.0.1", List.of("203.0.113.9"))).isEqualTo("203.0.113.9");
    }

    @Test
    void shouldTakeTheProxyWhereItReportsNobody() {
        assertThat(peers.behind("10.0.0.1", List.of())).isEqualTo("10.0.0.1");
        assertThat(peers.behind("10.0.0.1", List.of("10.0.0.2, "))).isEqualTo("10.0.0.1");
    }
}
