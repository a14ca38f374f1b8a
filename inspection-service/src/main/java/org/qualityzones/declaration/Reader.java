package org.qualityzones.declaration;

import java.util.Set;
import org.qualityzones.web.Caller;
import org.qualityzones.web.Roles;

/**
 * How much of one declaration its reader sees: everything, or, for an enterprise that is neither consignor nor agent, only
 * the lines it produced, without their value.
 *
 * @param producerOnly the codes of such an enterprise; null when everything is seen
 */
record Reader(Set<String> producerOnly) {

    static final Reader OF_ALL = new Reader(null);

    static Reader of(Declaration declaration, Caller caller) {
        boolean party = caller.owns(declaration.consignor()) || caller.owns(declaration.agent());
        boolean office = caller.isAny(
                Roles.LOCAL_GOVERNMENT,
                Roles.INSPECTOR,
                Roles.BUREAU,
                Roles.AUTHORITY,
                Roles.INTEGRATOR,
                Roles.AUDITOR);
        return party || office ? OF_ALL : new Reader(Set.copyOf(caller.usccs()));
    }

    boolean sees(DeclarationLine line) {
        return producerOnly == null || producerOnly.contains(line.producer());
    }

    boolean seesValues() {
        return producerOnly == null;
    }
}
