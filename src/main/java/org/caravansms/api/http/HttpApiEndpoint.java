package org.caravansms.api.http;

import java.net.URI;
import java.net.URISyntaxException;
import org.apache.camel.Category;
import org.apache.camel.component.jetty12.JettyHttpEndpoint12;
import org.apache.camel.spi.UriEndpoint;

/** Serve the API over HTTP, within the limits of the gateway. */
@UriEndpoint(
        firstVersion = "0.1.0",
        scheme = "http-api",
        extendsScheme = "jetty",
        title = "HTTP API",
        syntax = "http-api:httpUri",
        consumerOnly = true,
        lenientProperties = true,
        category = Category.HTTP)
public final class HttpApiEndpoint extends JettyHttpEndpoint12 {

    HttpApiEndpoint(HttpServers component, String uri, URI httpUri) throws URISyntaxException {
        super(component, uri, httpUri);
    }

    /** camel-jetty shares a server among all routes with the same protocol, host and port; not with this one. */
    @Override
    public String getProtocol() {
        return "api-" + super.getProtocol();
    }
}
