/**
 * The Camel component {@code jms-batch}: batches in a JMS transaction, and windows of messages that are settled one by
 * one.
 */
package org.caravansms.jms;
