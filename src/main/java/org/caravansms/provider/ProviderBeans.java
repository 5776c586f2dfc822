package org.caravansms.provider;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.CamelContext;
import org.caravansms.smsc.Provider;
import org.caravansms.smsc.SmppLink;

/** The beans that the routes of one provider name: {@code link-<provider>-<bind>}, and those given. */
final class ProviderBeans {

    private final CamelContext context;
    private final Provider provider;
    private final List<SmppLink> links;
    private final Map<String, Object> beans;

    ProviderBeans(CamelContext context, Provider provider, Map<String, Object> more) {
        this.context = context;
        this.provider = provider;
        this.links = SmppLink.all(provider);
        this.beans = new TreeMap<>(more);
        links.forEach(link -> beans.put("smppLink-" + link.id(), link));
    }

    Provider provider() {
        return provider;
    }

    List<SmppLink> links() {
        return links;
    }

    void bind() {
        beans.forEach(context.getRegistry()::bind);
    }

    void unbind() {
        beans.keySet().forEach(context.getRegistry()::unbind);
    }
}
