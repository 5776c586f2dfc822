package org.caravansms.wiring;

import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.camel.Exchange;
import org.apache.camel.Expression;
import org.apache.camel.Processor;
import org.apache.camel.support.ExpressionAdapter;

/**
 * A method of a bean as a processor or an expression of Camel's, for the steps that every message meets: a route names
 * it as {@code ref: bean.method}, and has it from its start on. Camel's bean component and its bean language look for
 * the method and its arguments with each message, which costs more than many of the methods do.
 */
final class BoundMethod {

    /** A method without a result, which may refuse. */
    interface Check<T> {

        void of(T body) throws Exception;
    }

    private BoundMethod() {}

    /** @return a step: the body becomes what the method makes of it */
    static <T> Processor step(Class<T> body, Function<T, ?> method) {
        return exchange -> exchange.getMessage().setBody(method.apply(body(exchange, body)));
    }

    /** @return the same of a method that takes a variable, too */
    static <T, V> Processor step(Class<T> body, String variable, Class<V> type, BiFunction<T, V, ?> method) {
        return exchange ->
                exchange.getMessage().setBody(method.apply(body(exchange, body), exchange.getVariable(variable, type)));
    }

    /** @return a step that leaves the body as it is */
    static <T> Processor check(Class<T> body, Check<T> method) {
        return exchange -> method.of(body(exchange, body));
    }

    /** @return the value that the method makes of the body, which stays */
    static <T> Expression value(Class<T> body, Function<T, ?> method) {
        return new ExpressionAdapter() {
            @Override
            public Object evaluate(Exchange exchange) {
                return method.apply(body(exchange, body));
            }
        };
    }

    /** @return the same of a method that takes a variable, too */
    static <T, V> Expression value(Class<T> body, String variable, Class<V> type, BiFunction<T, V, ?> method) {
        return new ExpressionAdapter() {
            @Override
            public Object evaluate(Exchange exchange) {
                return method.apply(body(exchange, body), exchange.getVariable(variable, type));
            }
        };
    }

    /** @return whether the method says so of the body */
    static <T> org.apache.camel.Predicate when(Class<T> body, Predicate<T> method) {
        return exchange -> method.test(body(exchange, body));
    }

    private static <T> T body(Exchange exchange, Class<T> type) {
        return exchange.getMessage().getBody(type);
    }
}
