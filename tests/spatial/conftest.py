"""The engine's laws, also where its tests stand alone, without the service's."""

from tests.spatial.cases import use_everywhere

use_everywhere()
