// @ts-check
/**
 * Independent SQL for the five tables, in the dialect that DuckDB and SQLite share. It shares no
 * code with the page.
 */

/**
 * @param {string} orders a table with the columns restaurant, dish, customer, amount
 * @param {string} [lines] SQL that counts the order lines in a group of rows
 * @returns {string[]}
 */
export function rollups(orders, lines = 'count(*)') {
  return [
    `create table dish_sales as
      select restaurant, dish, ${lines} as orders, sum(amount) as revenue
      from ${orders} group by restaurant, dish`,
    `create table customer_visits as
      select restaurant, customer, ${lines} as visits, sum(amount) as revenue
      from ${orders} group by restaurant, customer`,
  ];
}

/**
 * @param {(sum: string) => string} money wraps a sum in SQL that returns it as exact text with two decimals
 * @returns {Readonly<Record<string, string>>} a query for each table
 */
export function marts(money) {
  /** @param {string} by @param {string} value @param {string} rank */
  const firstFive = (by, value, rank) => `
    select restaurant as restaurant_names, dish as food_names, ${value}, place as ${rank}
    from (
      select *, row_number() over (partition by restaurant order by ${by} desc, dish) as place
      from dish_sales
    ) as ranked
    where place <= 5
    order by restaurant, place`;
  return {
    restaurant_stats: `
      select
        restaurant as restaurant_names, count(*) as customer_count,
        ${money('sum(revenue)')} as total_revenue
      from customer_visits group by restaurant order by restaurant`,
    popular_dishes: firstFive('orders', 'orders as order_count', 'popularity_rank'),
    profitable_dishes: firstFive('revenue', `${money('revenue')} as total_revenue`, 'profit_rank'),
    customer_stats: `
      select
        customer as first_name, count(*) as restaurants_visited,
        max(case when place = 1 then restaurant end) as most_visited_restaurant
      from (
        select
          *, row_number() over (partition by customer order by visits desc, restaurant) as place
        from customer_visits
      ) as ranked
      group by customer
      order by count(*) desc, sum(visits) desc, customer`,
    frequent_visitors: `
      select
        restaurant as restaurant_names, customer as most_frequent_visitor, visits as visit_count
      from (
        select
          *, row_number() over (partition by restaurant order by visits desc, customer) as place
        from customer_visits
      ) as ranked
      where place = 1
      order by visits desc, restaurant`,
  };
}
