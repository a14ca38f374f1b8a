package org.qualityzones.manifest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The Merkle tree hash of RFC 9162, section 2.1.1, over leaves that come one after the other: leaf SHA-256(0x00 ‖ bytes),
 * node SHA-256(0x01 ‖ left ‖ right). Holds one hash for each bit of the number of leaves.
 */
final class MerkleTree {

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final MessageDigest sha256 = sha256();
    private final Deque<byte[]> roots = new ArrayDeque<>();
    private long size;

    /** The next leaf, a text in UTF-8. */
    void add(String leaf) {
        sha256.update(LEAF);
        byte[] hash = sha256.digest(leaf.getBytes(StandardCharsets.UTF_8));
        for (long full = size; (full & 1) == 1; full >>= 1) {
            hash = node(roots.pop(), hash);
        }
        roots.push(hash);
        size++;
    }

    long size() {
        return size;
    }

    /** The hash of the tree so far; that of an empty one is the hash of nothing. */
    byte[] root() {
        if (roots.isEmpty()) {
            return sha256.digest();
        }
        byte[] root = null;
        for (byte[] left : roots) {
            root = root == null ? left : node(left, root);
        }
        return root;
    }

    private byte[] node(byte[] left, byte[] right) {
        sha256.update(NODE);
        sha256.update(left);
        return sha256.digest(right);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
