package org.qualityzones.channel.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetPolicyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://127.0.0.2/",
                "https://127.255.255.254/",
                "https://127.1/",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://0x7f.0.0.1/",
                "https://0177.0.0.1/",
                "https://017700000001/",
                "https://127.0.1/",
                "https://127.0.0.1./",
                "https://00127.0.0.1/",
                "https://0.0.0.0/",
                "https://0/",
                "https://0.1.2.3/",
                "https://10.0.0.1/",
                "https://10.255.255.255/",
                "https://172.16.0.1/",
                "https://172.31.255.255/",
                "https://192.168.0.1/",
                "https://192.168.255.255/",
                "https://169.254.169.254/",
                "https://169.254.0.1/",
                "https://169.254.169.254/latest/meta-data/",
                "https://100.64.0.1/",
                "https://100.127.255.254/",
                "https://100.100.100.200/",
                "https://168.63.129.16/",
                "https://192.0.0.192/",
                "https://192.0.2.1/",
                "https://198.18.0.1/",
                "https://198.19.255.255/",
                "https://198.51.100.7/",
                "https://203.0.113.9/",
                "https://192.88.99.1/",
                "https://224.0.0.1/",
                "https://239.255.255.255/",
                "https://240.0.0.1/",
                "https://255.255.255.255/",
                "https://256.1.1.1/",
                "https://1.2.3/",
                "https://1.2.3.4.5/",
                "https://[::1]/",
                "https://[::]/",
                "https://[0:0:0:0:0:0:0:1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[::ffff:7f00:1]/",
                "https://[::ffff:10.0.0.1]/",
                "https://[::ffff:169.254.169.254]/",
                "https://[::127.0.0.1]/",
                "https://[::7f00:1]/",
                "https://[64:ff9b::7f00:1]/",
                "https://[64:ff9b::10.0.0.1]/",
                "https://[64:ff9b::a9fe:a9fe]/",
                "https://[64:ff9b:1::1]/",
                "https://[2002:7f00:1::]/",
                "https://[2002:a00:1::]/",
                "https://[2002:a9fe:a9fe::]/",
                "https://[2001::1]/",
                "https://[2001:0:7f00:1::]/",
                "https://[2001:db8::1]/",
                "https://[2001:10::1]/",
                "https://[2001:20::1]/",
                "https://[3fff::1]/",
                "https://[fe80::1]/",
                "https://[fe80::1%25eth0]/",
                "https://[febf::1]/",
                "https://[fec0::1]/",
                "https://[fc00::1]/",
                "https://[fd00::1]/",
                "https://[fd00:ec2::254]/",
                "https://[ff02::1]/",
                "https://[ff0e::1]/",
                "https://[100::1]/",
                "https://[5f00::1]/",
                "https://[4000::1]/",
                "https://localhost/",
                "https://LOCALHOST/",
                "https://localhost./",
                "https://app.localhost/",
                "https://printer.local/",
                "https://vault.internal/",
                "https://metadata.google.internal/",
                "https://db.svc/",
                "https://files.lan/",
                "https://gw.home.arpa/",
                "https://hidden.onion/",
                "https://intranet/",
                "https://postgres/",
                "http://example.com/",
                "http://93.184.216.34/",
                "ftp://example.com/",
                "file:///etc/passwd",
                "gopher://127.0.0.1:6379/_INFO",
                "dict://127.0.0.1:11211/",
                "jar:https://example.com!/",
                "https:example.com",
                "//example.com/",
                "example.com",
                "https://",
                "https:///path",
                "https://user@example.com/",
                "https://user:pass@example.com/",
                "https://example.com@127.0.0.1/",
                "https://example.com#@127.0.0.1/",
                "https://example.com/#fragment",
                "https://example.com:22/",
                "https://example.com:80/",
                "https://example.com:6379/",
                "https://example.com:0/",
                "https://example.com:65536/",
                "https://exa mple.com/",
                "https://exa\tmple.com/",
                "https://example.com\\@127.0.0.1/",
                "https://ex%61mple.com/",
                "https://例子.测试/",
                "https://①②⑦.⓪.⓪.①/",
                "https://127。0。0。1/",
                "https://-example.com/",
                "https://example-.com/",
                "https://example..com/",
                "https://.example.com/",
                "https://a_b.example.com/",
                "https://example.com./",
                "javascript:alert(1)",
                "http://127.0.0.1:18089/",
                "http://127.0.0.1:18100/",
                "https://127.0.0.1:18090/",
                "http://127.0.0.2:18090/",
                "http://user@127.0.0.1:18090/",
                "http://127.1:18090/",
                "http://localhost:18090/",
                "http://[::ffff:127.0.0.1]:18090/"
            })
    void shouldRefuseEveryTargetThatIsNotPublicHttps(String target) {
        assertThat(policy(Map.of()).refusal(target)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com/hook",
                "https://example.com:8443/hook?tenant=7",
                "https://93.184.216.34/",
                "https://[2606:2800:220:1::1]/",
                "https://xn--fsqu00a.xn--0zwm56d/",
                "http://127.0.0.1:18090/hook",
                "http://127.0.0.1:18099/"
            })
    void shouldAcceptPublicHttpsAndTheAllowList(String target) {
        assertThat(policy(Map.of()).refusal(target)).isEmpty();
    }

    @Test
    void shouldRefuseALongTarget() {
        assertThat(policy(Map.of()).refusal("https://example.com/" + "x".repeat(481)))
                .isPresent();
    }

    @Test
    void shouldRefuseAHostWhenAnyOfItsAddressesIsInside() {
        TargetPolicy policy = policy(Map.of("example.com", List.of("93.184.216.34", "10.0.0.7")));

        assertThatThrownBy(() -> policy.resolve(URI.create("https://example.com/")))
                .isInstanceOf(TargetRefused.class)
                .hasMessageContaining("private")
                .hasMessageNotContaining("10.0.0.7");
        assertThat(policy.refusalNow("https://example.com/")).isPresent();
    }

    @Test
    void shouldConnectToTheAddressItChecked() throws Exception {
        TargetPolicy policy = policy(Map.of("example.com", List.of("93.184.216.34")));

        assertThat(policy.resolve(URI.create("https://example.com/")))
                .isEqualTo(InetAddress.ofLiteral("93.184.216.34"));
    }

    @Test
    void shouldNotRefuseAtRegistrationWhatDoesNotResolveYet() {
        assertThat(policy(Map.of()).refusalNow("https://not-yet.example.com/")).isEmpty();
    }

    @Test
    void shouldNameTheEntryOfTheAllowListThatIsNotOne() {
        assertThatThrownBy(() -> AllowList.parse("http://127.0.0.1:18090,anywhere"))
                .hasMessageContaining("'anywhere'");
    }

    private static TargetPolicy policy(Map<String, List<String>> names) {
        return new TargetPolicy(new Config(), host -> {
            if (names.containsKey(host)) {
                return names.get(host).stream().map(InetAddress::ofLiteral).toList();
            }
            if (Character.isLetter(host.charAt(0))) {
                throw new UnknownHostException(host);
            }
            return Arrays.asList(InetAddress.getAllByName(host));
        });
    }

    private record Config() implements WebhookConfig {

        @Override
        public Optional<String> allow() {
            return Optional.of("http://127.0.0.1:18090-18099");
        }

        @Override
        public Set<Integer> ports() {
            return Set.of(443, 8443);
        }

        @Override
        public Duration connectTimeout() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Duration timeout() {
            return Duration.ofSeconds(1);
        }

        @Override
        public int maxResponseBytes() {
            return 1024;
        }
    }
}
