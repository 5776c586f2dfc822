/** Chooses the queue of each message, by the operator's rules and the plan of numbers. */
package org.caravansms.routing;
