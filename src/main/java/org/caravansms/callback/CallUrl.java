package org.caravansms.callback;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.util.concurrent.CamelThreadFactory;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.caravansms.message.Callback;

/** The step of a receiver's route that makes the HTTP request: without redirects and cookies, with limits of time and size. */
public final class CallUrl implements Closeable {

    private static final int LARGEST_ANSWER = 64 * 1024;
    private static final int CONNECTIONS = 200;
    /** Without limits, endless headers of a receiver would fill the heap (CVE-2026-54399). */
    private static final Http1Config HEADERS =
            Http1Config.custom().setMaxHeaderCount(100).setMaxLineLength(8192).build();

    private final ScheduledExecutorService deadline =
            Executors.newSingleThreadScheduledExecutor(new CamelThreadFactory("#name#", "callback-deadline", true));
    private final CloseableHttpClient strangers;
    private final CloseableHttpClient operators;
    private final Webhooks webhooks;
    private final Duration timeout;

    /**
     * @param names the DNS
     * @param privateNetworks whether a client's URL may be on a private network; an operator's webhook may be anyway
     * @param connections the most to one receiver at a time
     * @param timeout the most time of a request in all
     */
    public CallUrl(Webhooks webhooks, DnsResolver names, boolean privateNetworks, int connections, Duration timeout) {
        this.webhooks = webhooks;
        this.timeout = timeout;
        this.strangers = client(new PublicAddresses(names, privateNetworks), connections, Timeout.of(timeout));
        this.operators = client(names, connections, Timeout.of(timeout));
    }

    private static CloseableHttpClient client(DnsResolver names, int connections, Timeout limit) {
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(names)
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .http1Config(HEADERS)
                                .build())
                        .setTlsSocketStrategy((socket, host, port, attachment, context) ->
                                Tls.DEFAULT.upgrade(socket, host, port, attachment, context))
                        .setMaxConnPerRoute(connections)
                        .setMaxConnTotal(CONNECTIONS)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(limit)
                                .setSocketTimeout(limit)
                                .build())
                        .build())
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(limit).build())
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAutomaticRetries()
                .disableAuthCaching()
                .disableContentCompression()
                .setUserAgent("Caravan")
                .build();
    }

    /**
     * @return the status and the Retry-After of the answer
     * @throws IOException when there is no answer
     */
    public DescribeCall.Answer call(Callback callback) throws IOException {
        HttpUriRequestBase request = request(callback);
        request.setHeader("Caravan-Event-Id", callback.id());
        Future<?> end = deadline.schedule(request::abort, timeout.toMillis(), TimeUnit.MILLISECONDS);
        CloseableHttpClient client = callback.webhook().isEmpty() ? strangers : operators;
        try {
            return client.execute(request, response -> answer(response, request));
        } finally {
            end.cancel(false);
        }
    }

    private HttpUriRequestBase request(Callback callback) {
        if (callback.body().isEmpty()) {
            return new HttpGet(URI.create(callback.url()));
        }
        HttpPost post = new HttpPost(URI.create(callback.url()));
        post.setEntity(new StringEntity(callback.body(), ContentType.APPLICATION_JSON));
        webhooks.find(callback.webhook())
                .filter(webhook -> !webhook.secret().isEmpty())
                .ifPresent(webhook ->
                        post.setHeader("Caravan-Signature", webhook.signature(Instant.now(), callback.body())));
        return post;
    }

    /** A small answer is read, so that the connection can be reused; a large one is cut off. */
    private static DescribeCall.Answer answer(ClassicHttpResponse response, HttpUriRequestBase request)
            throws IOException {
        if (response.getEntity() != null) {
            InputStream content = response.getEntity().getContent();
            if (content != null && content.readNBytes(LARGEST_ANSWER).length == LARGEST_ANSWER) {
                request.abort();
            }
        }
        String later = response.getFirstHeader("Retry-After") == null
                ? ""
                : response.getFirstHeader("Retry-After").getValue();
        return new DescribeCall.Answer(response.getCode(), later.matches("[0-9]{1,6}") ? Integer.parseInt(later) : 0);
    }

    @Override
    public void close() throws IOException {
        deadline.shutdownNow();
        strangers.close();
        operators.close();
    }

    /** Reads the certificates that Java trusts at the first HTTPS call: a twentieth of the time of a start. */
    private static final class Tls {
        static final TlsSocketStrategy DEFAULT = DefaultClientTlsStrategy.createDefault();
    }
}
