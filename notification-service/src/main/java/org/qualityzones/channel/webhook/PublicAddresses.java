package org.qualityzones.channel.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * Which addresses are publicly routable. IPv4 is public unless listed; IPv6 is public only inside 2000::/3 and not
 * listed, which leaves out loopback, unique local, link-local, site-local, multicast, NAT64 (64:ff9b::/96), IPv4-mapped
 * and IPv4-compatible forms. The lists are the IANA special-purpose registries.
 */
final class PublicAddresses {

    private static final List<Block> NOT_PUBLIC_V4 = List.of(
            Block.of("0.0.0.0", 8, "this network"),
            Block.of("10.0.0.0", 8, "private"),
            Block.of("100.64.0.0", 10, "carrier-grade NAT"),
            Block.of("127.0.0.0", 8, "loopback"),
            Block.of("169.254.0.0", 16, "link-local or metadata"),
            Block.of("172.16.0.0", 12, "private"),
            Block.of("192.0.0.0", 24, "protocol assignments"),
            Block.of("192.0.2.0", 24, "documentation"),
            Block.of("192.31.196.0", 24, "AS112"),
            Block.of("192.52.193.0", 24, "AMT"),
            Block.of("192.88.99.0", 24, "6to4 relay"),
            Block.of("192.168.0.0", 16, "private"),
            Block.of("192.175.48.0", 24, "AS112"),
            Block.of("198.18.0.0", 15, "benchmarking"),
            Block.of("198.51.100.0", 24, "documentation"),
            Block.of("203.0.113.0", 24, "documentation"),
            Block.of("224.0.0.0", 4, "multicast"),
            Block.of("240.0.0.0", 4, "reserved or broadcast"),
            // Answers only inside one provider's network: its metadata and wire services.
            Block.of("100.100.100.200", 32, "metadata"),
            Block.of("168.63.129.16", 32, "metadata"));

    private static final Block GLOBAL_V6 = Block.of("2000::", 3, "global unicast");

    private static final List<Block> NOT_PUBLIC_V6 = List.of(
            Block.of("2001::", 23, "protocol assignments, Teredo or ORCHID"),
            Block.of("2001:db8::", 32, "documentation"),
            Block.of("2002::", 16, "6to4"),
            Block.of("2620:4f:8000::", 48, "AS112"),
            Block.of("3fff::", 20, "documentation"));

    private PublicAddresses() {}

    /** Why an address may not be connected to; empty when it may. */
    static Optional<String> refusal(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            return firstOf(NOT_PUBLIC_V4, bytes);
        }
        if (!GLOBAL_V6.contains(bytes)) {
            return Optional.of("not global unicast");
        }
        return firstOf(NOT_PUBLIC_V6, bytes);
    }

    private static Optional<String> firstOf(List<Block> blocks, byte[] address) {
        return blocks.stream()
                .filter(block -> block.contains(address))
                .map(Block::name)
                .findFirst();
    }

    private record Block(byte[] prefix, int bits, String name) {

        static Block of(String address, int bits, String name) {
            return new Block(InetAddress.ofLiteral(address).getAddress(), bits, name);
        }

        boolean contains(byte[] address) {
            if (address.length != prefix.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if (((address[bit / 8] ^ prefix[bit / 8]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
