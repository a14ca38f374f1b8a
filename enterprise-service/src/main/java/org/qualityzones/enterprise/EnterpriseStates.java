package org.qualityzones.enterprise;

import java.util.List;
import org.qualityzones.contracts.EnterpriseState;
import org.qualityzones.contracts.LocalizedText;
import org.qualityzones.web.codes.LocalizedName;

/** Makes the public state of an enterprise: what events and history hold, without contacts. */
final class EnterpriseStates {
    private EnterpriseStates() {}

    static EnterpriseState of(Enterprise enterprise) {
        return new EnterpriseState(
                enterprise.id().toString(),
                enterprise.uscc(),
                text(enterprise.name()),
                enterprise.areaCode(),
                enterprise.address(),
                enterprise.certifications().stream()
                        .map(c -> new EnterpriseState.Certification(c.scheme(), c.number(), c.validUntil()))
                        .toList(),
                enterprise.qualityClass().name(),
                enterprise.classSince().orElse(null),
                enterprise.classValidUntil().orElse(null),
                enterprise.creditLevel().name(),
                enterprise.status().name(),
                enterprise
                        .suspension()
                        .map(s -> new EnterpriseState.Suspension(s.scope().name(), s.from(), s.until(), s.reason()))
                        .orElse(null),
                enterprise.titles().stream()
                        .map(t -> new EnterpriseState.Title(t.kind(), t.grantedBy(), t.from(), t.until()))
                        .toList(),
                enterprise.penalties().stream()
                        .map(p -> new EnterpriseState.Penalty(p.on(), p.kind()))
                        .toList(),
                products(enterprise),
                enterprise.agents().entrySet().stream()
                        .map(a -> new EnterpriseState.Agent(
                                a.getKey(), a.getValue().from(), a.getValue().until()))
                        .toList(),
                enterprise.version());
    }

    private static List<EnterpriseState.Product> products(Enterprise enterprise) {
        return enterprise.products().entrySet().stream()
                .map(entry -> {
                    Product product = entry.getValue();
                    return new EnterpriseState.Product(
                            entry.getKey().toString(),
                            product.hsCode(),
                            text(product.name()),
                            product.brand(),
                            product.model(),
                            product.standard());
                })
                .toList();
    }

    private static LocalizedText text(LocalizedName name) {
        return new LocalizedText(name.zh(), name.en());
    }
}
