/** Binds the beans that the routes name: which bean, under which name. */
package org.caravansms.wiring;
