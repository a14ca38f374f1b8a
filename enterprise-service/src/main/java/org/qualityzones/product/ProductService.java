package org.qualityzones.product;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.qualityzones.contracts.EventTypes;
import org.qualityzones.contracts.FieldsChanged;
import org.qualityzones.enterprise.Enterprise;
import org.qualityzones.enterprise.EnterpriseAccess;
import org.qualityzones.enterprise.EnterpriseConfig;
import org.qualityzones.enterprise.EnterpriseProblem;
import org.qualityzones.enterprise.EnterpriseRecorder;
import org.qualityzones.enterprise.Product;
import org.qualityzones.web.Audit;
import org.qualityzones.web.Ids;
import org.qualityzones.web.IfMatch;
import org.qualityzones.web.Page;
import org.qualityzones.web.PageRequest;
import org.qualityzones.web.Problem;
import org.qualityzones.web.Problems;

/** Keeps the products of an enterprise; each change is one of the enterprise's public state. */
@ApplicationScoped
class ProductService {
    private static final FieldsChanged PRODUCTS = new FieldsChanged(List.of("products"));

    private final EnterpriseAccess access;
    private final EnterpriseRecorder recorder;
    private final EnterpriseConfig config;
    private final IfMatch ifMatch;
    private final Audit audit;
    private final Ids ids;

    ProductService(
            EnterpriseAccess access,
            EnterpriseRecorder recorder,
            EnterpriseConfig config,
            IfMatch ifMatch,
            Audit audit,
            Ids ids) {
        this.access = access;
        this.recorder = recorder;
        this.config = config;
        this.ifMatch = ifMatch;
        this.audit = audit;
        this.ids = ids;
    }

    void mayChange(String uscc) {
        Enterprise enterprise = access.visible(uscc);
        access.requireOwnOrBureau(uscc, enterprise.areaCode());
    }

    @Transactional(TxType.MANDATORY)
    ProductView add(String uscc, ProductCommand command) {
        Enterprise enterprise = acting(uscc);
        if (enterprise.products().size() >= config.maxProducts()) {
            throw Problem.of(
                    EnterpriseProblem.TOO_MANY_ENTRIES,
                    "An enterprise has at most " + config.maxProducts() + " products on record");
        }
        return stock(enterprise, ids.next(), command.product(1), "enterprise.add-product");
    }

    @Transactional
    ProductView put(String uscc, UUID id, ProductCommand command) {
        Enterprise enterprise = acting(uscc);
        long version = required(enterprise, id).version();
        ifMatch.require(version);
        return stock(enterprise, id, command.product(version + 1), "enterprise.amend-product");
    }

    @Transactional
    void delete(String uscc, UUID id) {
        Enterprise enterprise = acting(uscc);
        ifMatch.require(required(enterprise, id).version());
        enterprise.discontinue(id);
        record(enterprise, "enterprise.discontinue-product", id);
    }

    @Transactional
    ProductView get(String uscc, UUID id) {
        return ProductView.of(id, required(access.visible(uscc), id));
    }

    /** Newest first; an enterprise has few enough products to sort them here. */
    @Transactional
    Page<ProductView> list(String uscc, PageRequest page) {
        Map<UUID, Product> products = access.visible(uscc).products();
        List<ProductView> rows = products.entrySet().stream()
                .map(entry -> ProductView.of(entry.getKey(), entry.getValue()))
                .sorted((a, b) -> b.id().toString().compareTo(a.id().toString()))
                .filter(view -> page.after() == null
                        || view.id().toString().compareTo(page.after().toString()) < 0)
                .limit(page.limit() + 1L)
                .toList();
        return Page.of(rows, page, ProductView::id);
    }

    private Enterprise acting(String uscc) {
        Enterprise enterprise = access.visibleForUpdate(uscc);
        access.requireOwnOrBureau(uscc, enterprise.areaCode());
        if (enterprise.isDeregistered()) {
            throw Problem.of(EnterpriseProblem.ENTERPRISE_DEREGISTERED, "A deregistered enterprise makes no products");
        }
        return enterprise;
    }

    private ProductView stock(Enterprise enterprise, UUID id, Product product, String action) {
        enterprise.stock(id, product);
        record(enterprise, action, id);
        return ProductView.of(id, product);
    }

    private void record(Enterprise enterprise, String action, UUID id) {
        recorder.record(enterprise, EventTypes.ENTERPRISE_AMENDED, PRODUCTS);
        audit.record(action, enterprise.uscc(), id.toString());
    }

    private static Product required(Enterprise enterprise, UUID id) {
        return Optional.ofNullable(enterprise.products().get(id)).orElseThrow(() -> Problems.notFound("product", id));
    }
}
