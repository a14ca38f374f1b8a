package org.qualityzones.local.story;

/** Makes unified social credit codes of enterprises that do not exist. */
@FunctionalInterface
public interface CreditCodes {

    /** The code of the enterprise called {@code label} in an area of six digits: the same whenever it is asked for. */
    String of(String areaCode, String label);
}
