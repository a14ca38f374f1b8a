package org.qualityzones.counterfactual;

/** Who can bring a change about. */
public enum Owner {
    ENTERPRISE,
    AUTHORITY
}
