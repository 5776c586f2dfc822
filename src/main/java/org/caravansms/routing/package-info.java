/** The operator's rules: the queue of each message to send; the inbox, queues and URLs of each from a handset. */
package org.caravansms.routing;
