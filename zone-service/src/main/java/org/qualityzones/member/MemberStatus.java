package org.qualityzones.member;

/** Where a membership stands. Only {@link #ACTIVE} carries privileges. */
public enum MemberStatus {
    NOMINATED,
    ACTIVE,
    DECLINED,
    EXITED
}
