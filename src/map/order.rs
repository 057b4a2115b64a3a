//! Which symptom and which cause stands above which: so that their lines cross least.
//!
//! Both sides are sorted in turn by where their partners stand on average (the barycentre method of Sugiyama, Tagawa and Toda, 1981),
//! then neighbours change places as long as that saves a crossing.

use super::graph::{Column, Graph};
use std::collections::BTreeMap;

/// Sweeps after which nothing gets better any more; the best of all is kept.
const SWEEPS: usize = 12;

/// Symptoms and causes in the order in which to draw them. Causes outside the network stay below the others.
pub fn order(graph: &Graph) -> (Vec<usize>, Vec<usize>) {
    let mut symptoms = graph.column(Column::Symptoms);
    let mut causes = graph.column(Column::Causes);
    causes.sort_by_key(|cause| graph.exits.contains(cause));
    let mut best = (symptoms.clone(), causes.clone());
    let mut least = crossings(graph, &best.0, &best.1);
    for _ in 0..SWEEPS {
        settle(&mut symptoms, &places(&causes), &partners(graph, Column::Symptoms), &[]);
        settle(&mut causes, &places(&symptoms), &partners(graph, Column::Causes), &graph.exits);
        let now = crossings(graph, &symptoms, &causes);
        if now < least {
            least = now;
            best = (symptoms.clone(), causes.clone());
        }
    }
    best
}

/// How many pairs of lines between symptoms and causes cross in this order.
pub fn crossings(graph: &Graph, symptoms: &[usize], causes: &[usize]) -> usize {
    let places = places(causes);
    let partners = partners(graph, Column::Symptoms);
    let rows: Vec<Vec<usize>> = symptoms.iter().map(|symptom| standing(&partners, *symptom, &places)).collect();
    rows.iter()
        .enumerate()
        .map(|(nth, upper)| rows[nth + 1..].iter().map(|lower| crossing(upper, lower)).sum::<usize>())
        .sum()
}

/// Sorts one side by the mean place of its partners, then changes neighbours. What is in `last` stays behind the rest.
fn settle(side: &mut [usize], places: &BTreeMap<usize, usize>, partners: &BTreeMap<usize, Vec<usize>>, last: &[usize]) {
    let rows: BTreeMap<usize, Vec<usize>> =
        side.iter().map(|node| (*node, standing(partners, *node, places))).collect();
    // In whole numbers, so that the order is the same on every machine.
    let mean = |node: &usize| rows[node].iter().sum::<usize>() * 1000 / rows[node].len().max(1);
    side.sort_by_key(|node| (last.contains(node), mean(node)));
    for _ in 0..side.len() {
        let mut changed = false;
        for nth in 1..side.len() {
            let (upper, lower) = (side[nth - 1], side[nth]);
            let together = last.contains(&upper) == last.contains(&lower);
            if together && crossing(&rows[&lower], &rows[&upper]) < crossing(&rows[&upper], &rows[&lower]) {
                side.swap(nth - 1, nth);
                changed = true;
            }
        }
        if !changed {
            break;
        }
    }
}

/// How many lines of two neighbours cross when the first stands above the second.
fn crossing(upper: &[usize], lower: &[usize]) -> usize {
    upper.iter().map(|one| lower.iter().filter(|other| *other < one).count()).sum()
}

fn places(side: &[usize]) -> BTreeMap<usize, usize> {
    side.iter().enumerate().map(|(place, node)| (*node, place)).collect()
}

/// The places of a node's partners.
fn standing(partners: &BTreeMap<usize, Vec<usize>>, node: usize, places: &BTreeMap<usize, usize>) -> Vec<usize> {
    partners.get(&node).into_iter().flatten().filter_map(|partner| places.get(partner).copied()).collect()
}

/// For each node of a column, its partners across the lines between symptoms and causes.
fn partners(graph: &Graph, of: Column) -> BTreeMap<usize, Vec<usize>> {
    let mut partners: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for edge in graph.edges.iter().filter(|edge| Column::of(&graph.nodes[edge.from]) == Column::Symptoms) {
        let (node, partner) = if of == Column::Symptoms { (edge.from, edge.to) } else { (edge.to, edge.from) };
        partners.entry(node).or_default().push(partner);
    }
    partners
}
